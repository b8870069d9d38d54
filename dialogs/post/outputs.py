"""Work outputs, through the customer relationship diagram (method.md 2.1), and their weights (method.md 2.6)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dialogs.choices import Choice
from dialogs.consent import DiagramQuestion
from dialogs.engine import Interview, ask, ask_optional
from dialogs.items import Item, ListQuestion
from dialogs.post.keys import of_set
from dialogs.post.questions import (
    NO_RESULT,
    CustomersQuestion,
    GoalQuestion,
    OutputsQuestion,
    ResultQuestion,
    read_customers,
    read_received,
)
from dialogs.post.weights import weights_of
from dialogs.questions import ChoiceQuestion
from dialogs.reading.names.activities import no_result
from dialogs.reading.names.customers import guess_kind
from dialogs.reading.names.told_goals import named_goal
from dialogs.steps import Draw
from kpi.functions import Function
from kpi.plan import Customer, CustomerKind, Output
from locales.text import text


@dataclass(frozen=True, slots=True)
class Given:
    """Who receives what: `receivers` are each output's customers by name, `activities` outputs still named as such."""

    customers: tuple[Customer, ...]
    outputs: tuple[Output, ...]
    receivers: tuple[tuple[str, ...], ...]
    activities: frozenset[int]


@dataclass(slots=True)
class _Found:
    """An output while the customers are gone through."""

    item: Item
    customers: list[Customer]
    observable: bool = True
    activity: bool = False

    def receive(self, customer: Customer) -> None:
        """Note one more customer."""
        if customer not in self.customers:
            self.customers.append(customer)

    @property
    def output(self) -> Output:
        ids = tuple(customer.id for customer in self.customers)
        return Output(self.item.id, self.item.name, ids, Decimal(0), observable=self.observable)

    @property
    def about(self) -> tuple[str, ...]:
        return (" / ".join(customer.name for customer in self.customers), self.item.name)


def work_outputs(post: str, holder: str | None, function: Function) -> Interview[Given]:
    """Ask for customers, what each receives, what it serves; show the diagram; weigh the outputs."""
    customers, told = yield from _customers(post, function)
    found = yield from _outputs(customers, told, function)
    served: list[Output] = []
    for one in found:
        goal = yield from _serves(one, served, function)
        served.append(replace(one.output, serves=goal))
    if served:
        customers = yield from _drawn(post, holder, customers, served)
    weights = yield from weights_of("output_weights", (), [(output.id, output.name) for output in served])
    return Given(
        customers,
        tuple(replace(output, weight=weight) for output, weight in zip(served, weights, strict=True)),
        tuple(tuple(customer.name for customer in one.customers) for one in found),
        frozenset(one.item.id for one in found if one.activity),
    )


def _drawn(
    post: str, holder: str | None, customers: tuple[Customer, ...], outputs: Sequence[Output]
) -> Interview[tuple[Customer, ...]]:
    """Show the diagram and have it corrected; what was shown is asked about, so that other outputs are shown again."""
    key = of_set("diagram", (f"{output.id}-{'-'.join(map(str, output.customers))}" for output in outputs))
    yield Draw(post, holder, customers, tuple(outputs))
    answer = yield from ask(_diagram(key, customers, outputs))
    if answer == "kinds":
        customers = yield from _corrected_kinds(f"{key}/kinds", customers)
        yield Draw(post, holder, customers, tuple(outputs))
        yield from ask(_diagram(f"{key}/again", customers, outputs))
    return customers


def _corrected_kinds(scope: str, customers: Iterable[Customer]) -> Interview[tuple[Customer, ...]]:
    """Ask for the kind of every customer, those told from their names too."""
    corrected: list[Customer] = []
    for customer in customers:
        kinds = [kind for kind in CustomerKind if kind.internal is customer.kind.internal]
        kind = yield from ask(_kind_question(f"{scope}/{customer.id}", customer.name, kinds, customer.kind))
        corrected.append(replace(customer, kind=CustomerKind(kind)))
    return tuple(corrected)


def _customers(post: str, function: Function) -> Interview[tuple[tuple[Customer, ...], Mapping[int, tuple[str, ...]]]]:
    """The customers, and what they were said to receive when they were named."""
    named = (yield from ask_optional(_listed("customers_internal", post, function, internal=True))) or ()
    inside = tuple(item for item in named if not item.outside)
    customers = yield from _kinds(inside, internal=True)
    told = tuple(item for item in named if item.outside)
    question = _listed("customers_external", post, function, internal=False, known=named)
    others = (yield from ask_optional(_proposing(question, tuple(item.name for item in told)))) or ()
    already = {customer.id for customer in customers}
    outside = yield from _kinds([item for item in others if item.id not in already], internal=False)
    gets = {item.id: item.gets for item in (*named, *others) if item.gets}
    return (*customers, *outside), gets


def _proposing(question: ListQuestion, told: tuple[str, ...]) -> ListQuestion:
    """The question with what was told before it as the answer that a "yes" gives."""
    if not told:
        return question
    choice = Choice("told", text("list.told", names=told))
    return replace(question, proposed=told, choices=(choice, *question.choices), default="told")


def _kinds(items: Iterable[Item], *, internal: bool) -> Interview[tuple[Customer, ...]]:
    kinds = [kind for kind in CustomerKind if kind.internal is internal]
    customers: list[Customer] = []
    for item in items:
        kind = yield from _kind(item, kinds)
        customers.append(Customer(item.id, item.name, kind))
    return tuple(customers)


def _listed(name: str, post: str, function: Function, *, internal: bool, known: Sequence[Item] = ()) -> ListQuestion:
    """The question for customers; without internal ones there must be an external one, so that there is somebody."""
    return CustomersQuestion(
        key=name,
        name=name,
        prompt=text(f"{name}.ask", post=post),
        example=text(f"example.{function}.{name}"),
        optional=internal or bool(known),
        family="customer",
        existing=tuple(known),
        trait=lambda one: guess_kind(one, internal=internal),
        asks={None: "kind"},
        told=lambda kind: text(f"customer_kind.{kind}"),
        sentence=lambda said: read_customers(said, outside=not internal),
    )


def _kind(item: Item, kinds: Iterable[CustomerKind]) -> Interview[CustomerKind]:
    """The kind that the name told, or else the one that the manager says."""
    if item.trait:
        return CustomerKind(item.trait)
    return CustomerKind((yield from ask(_kind_question(f"{item.scope}/kind", item.name, kinds))))


def _kind_question(
    key: str, customer: str, kinds: Iterable[CustomerKind], told: CustomerKind | None = None
) -> ChoiceQuestion:
    return ChoiceQuestion(
        key=key,
        name="customer_kind",
        prompt=text("customer_kind.ask", customer=customer),
        about=(customer,),
        choices=tuple(Choice(kind.value, text(f"customer_kind.{kind}")) for kind in kinds),
        default=told.value if told else None,
    )


def _outputs(
    customers: Iterable[Customer], told: Mapping[int, tuple[str, ...]], function: Function
) -> Interview[list[_Found]]:
    """What each customer receives; what several receive is one output."""
    found: dict[str, _Found] = {}
    named_as: dict[str, _Found] = {}
    for customer in customers:
        question = _received(customer, [one.item for one in found.values()], function)
        items = yield from ask(_proposing(question, told.get(customer.id, ())))
        for item in items:
            one = named_as.get(item.scope)
            if one is None:
                one = _Found(item, [])
                if item.trait:
                    one = yield from _result(one, customer, [other.item for other in found.values()], function)
                one = found.setdefault(one.item.scope, one)
                named_as |= {item.scope: one, one.item.scope: one}
            one.receive(customer)
    return list(found.values())


def _received(customer: Customer, known: Sequence[Item], function: Function) -> ListQuestion:
    """What a customer receives; outputs known already are offered, so that they are linked and not repeated."""
    all_of_them = (Choice("all", text("outputs.all")),) if len(known) > 1 else ()
    return OutputsQuestion(
        key=f"customer/{customer.id}/outputs",
        name="outputs",
        prompt=text("outputs.ask", customer=customer.name),
        about=(customer.name,),
        choices=(*(Choice(item.scope, item.name) for item in known), *all_of_them),
        example=text(f"example.{function}.outputs"),
        family="output",
        existing=tuple(known),
        shared=True,
        trait=no_result,
        asks=dict.fromkeys(NO_RESULT, "result"),
        sentence=read_received,
        meanwhile=[],
    )


def _result(found: _Found, customer: Customer, known: Sequence[Item], function: Function) -> Interview[_Found]:
    """Turn an activity into what the customer has in hand when it is done (method.md 2.1, results first).

    That may be an output that somebody else receives too.
    """
    result = yield from ask(
        ResultQuestion(
            key=f"{found.item.scope}/result",
            name="result",
            prompt=text(f"result.ask.{found.item.trait}", activity=found.item.name, customer=customer.name),
            about=(customer.name, found.item.name),
            choices=(
                *(Choice(item.scope, item.name) for item in known),
                Choice("behaviour", text("result.behaviour")),
            ),
            example=text(f"example.{function}.outputs"),
            scope=found.item.scope,
            known=tuple(known),
            meanwhile={"scope": "", "name": found.item.name, "trait": "activity"},
        )
    )
    item = Item(result.scope or found.item.scope, result.name)
    return _Found(item, [], result.trait != "behaviour", result.trait in NO_RESULT)


def _serves(found: _Found, before: Sequence[Output], function: Function) -> Interview[str | None]:
    goals = dict.fromkeys(output.serves for output in before if output.serves)
    goal = yield from ask_optional(
        GoalQuestion(
            key=f"{found.item.scope}/serves",
            name="serves",
            prompt=text("serves.ask", output=found.item.name),
            about=found.about,
            choices=tuple(Choice(f"goal{number}", goal) for number, goal in enumerate(goals, 1)),
            example=text(f"example.{function}.serves"),
            optional=True,
            takes="clause",
            named=named_goal,
        )
    )
    return goal


def _diagram(key: str, customers: Sequence[Customer], outputs: Iterable[Output]) -> DiagramQuestion:
    """The diagram as understood; its corrections are edits of the answers behind it."""
    corrections = (
        Choice("edit:customers_internal", text("diagram.internal")),
        Choice("edit:customers_external", text("diagram.external")),
        *(Choice(f"edit:customer/{one.id}/outputs", text("diagram.outputs", customer=one.name)) for one in customers),
        Choice("kinds", text("diagram.kinds")),
    )
    return DiagramQuestion(
        key=key,
        name="diagram",
        prompt=text("diagram.ask"),
        choices=(Choice("right", text("diagram.right")), *corrections),
        default="right",
        echoes=False,
        meanwhile="right",
        opened={"kinds": (f"{key}/kinds", f"{key}/again")},
        names=(*(one.name for one in customers), *(one.name for one in outputs)),
    )
