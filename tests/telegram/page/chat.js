"use strict";
// Shows what /state tells and sends what is done to /act. Texts are always set as text, never as markup.
let current = null;
let shown = "";

const one = (selector) => document.querySelector(selector);
const make = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};
const act = (wish) =>
  fetch("/act", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(wish) }).then(refresh);

// Bold and line ends are all that the bot writes: anything else stays text.
const formatted = (message) => {
  if (!message.html) return linked(message.text);
  return message.html.split(/<\/?b>/).flatMap((part, place) => {
    const text = new DOMParser().parseFromString(part.replaceAll("<", "&lt;"), "text/html").body.textContent ?? part;
    return place % 2 ? [make("b", { textContent: text })] : linked(part.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  });
};

// An invitation is opened here, as one of the people.
const linked = (text) =>
  text.split(/(https:\/\/t\.me\/\w+\?start=[\w-]+)/).map((part, place) => {
    if (place % 2 === 0) return part;
    const link = make("a", { href: "#", textContent: part });
    link.onclick = (event) => {
      event.preventDefault();
      const names = [...document.querySelectorAll("#people button")].map((button, number) => `${number + 1} ${button.textContent}`);
      const number = prompt(`Open as whom? · 以谁的身份打开？\n${names.join("\n")}`);
      const person = document.querySelectorAll("#people button")[Number(number) - 1];
      if (person) {
        current = Number(person.dataset.id);
        act({ do: "say", person: current, text: `/start ${part.split("start=")[1]}` });
      }
    };
    return link;
  });

const bubble = (person, message) => {
  const body = make("div", { className: "bubble" });
  if (message.file && /\.(png|jpg)$/.test(message.name)) body.append(make("img", { src: `/files/${message.file}`, alt: message.text }));
  else if (message.file) body.append(make("a", { href: `/files/${message.file}`, download: message.name, textContent: `📄 ${message.name}` }), "\n");
  body.append(...formatted(message));
  if (message.edited) body.append(make("span", { className: "edited", textContent: " ✎" }));
  const rows = message.buttons.map((row) =>
    make("div", { className: "row" }, ...row.map(([label, data]) =>
      make("button", { textContent: label, title: label, onclick: () => act({ do: "press", person: person.id, message: message.id, data }) }))));
  return make("li", { className: message.bot ? "bot" : "" }, body, ...rows);
};

const render = (state) => {
  const person = state.people.find((each) => each.id === current) ?? state.people[0];
  current = person?.id ?? null;
  one("#people").replaceChildren(...state.people.map((each) => {
    const button = make("button", { textContent: each.name, onclick: () => { current = each.id; shown = ""; refresh(); } });
    button.dataset.id = each.id;
    if (each.id === current) button.setAttribute("aria-current", "true");
    return make("li", {}, button);
  }));
  if (!person) return;
  one("#messages").replaceChildren(...person.messages.map((message) => bubble(person, message)));
  one("#messages").scrollTop = one("#messages").scrollHeight;
  one("#commands").replaceChildren(make("option", { value: "", textContent: "/" }), ...person.commands.map((each) =>
    make("option", { value: each.command, textContent: `/${each.command} – ${each.description}` })));
};

async function refresh() {
  const state = await (await fetch("/state")).text();
  if (state + current === shown) return;
  shown = state + current;
  render(JSON.parse(state));
}

// A file goes at once, with what stands in the line as its caption.
one("#say").elements.file.onchange = (event) => {
  const file = event.target.files[0];
  const input = one("#say").elements.text;
  if (!file || current === null) return;
  const reader = new FileReader();
  reader.onload = () => {
    act({ do: "send", person: current, name: file.name, content: reader.result.split(",")[1] ?? "", text: input.value });
    input.value = event.target.value = "";
  };
  reader.readAsDataURL(file);
};
one("#say").onsubmit = (event) => {
  event.preventDefault();
  const input = event.target.elements.text;
  if (current !== null && input.value.trim()) act({ do: "say", person: current, text: input.value });
  input.value = "";
};
one("#commands").onchange = (event) => {
  if (current !== null && event.target.value) act({ do: "say", person: current, text: `/${event.target.value}` });
};
one("#join").onsubmit = (event) => {
  event.preventDefault();
  const { name, language } = event.target.elements;
  act({ do: "join", name: name.value, language: language.value });
  event.target.reset();
};
setInterval(refresh, 500);
refresh();
