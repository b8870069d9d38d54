"""Work outputs, through the customer relationship diagram (method.md 2.1), and their weights (method.md 2.6)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dialogs.engine import Interview, ask, ask_optional
from dialogs.post.keys import of_set
from dialogs.post.questions import RankingQuestion, ResultQuestion, WeightsQuestion, activity
from dialogs.questions import Choice, ChoiceQuestion, Item, ListQuestion, TextQuestion
from dialogs.reading.customers import guess_kind
from dialogs.steps import Draw, Tell
from kpi.functions import Function
from kpi.plan import Customer, CustomerKind, Output
from kpi.weights import TOTAL
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

    @property
    def output(self) -> Output:
        ids = tuple(customer.id for customer in self.customers)
        return Output(self.item.id, self.item.name, ids, Decimal(0), observable=self.observable)

    @property
    def about(self) -> tuple[str, ...]:
        return (" / ".join(customer.name for customer in self.customers), self.item.name)


def work_outputs(post: str, holder: str | None, function: Function) -> Interview[Given]:
    """Ask for customers, what each receives, what it serves; show the diagram; weigh the outputs."""
    customers = yield from _customers(post, function)
    found = yield from _outputs(customers, function)
    served: list[Output] = []
    for one in found:
        goal = yield from _serves(one, served, function)
        served.append(replace(one.output, serves=goal))
    yield Draw(post, holder, customers, tuple(served))
    yield from ask(_diagram(customers))
    weights = yield from weights_of("output_weights", (), [(output.id, output.name) for output in served])
    return Given(
        customers,
        tuple(replace(output, weight=weight) for output, weight in zip(served, weights, strict=True)),
        tuple(tuple(customer.name for customer in one.customers) for one in found),
        frozenset(one.item.id for one in found if one.activity),
    )


def _customers(post: str, function: Function) -> Interview[tuple[Customer, ...]]:
    internal = yield from ask_optional(_listed("customers_internal", post, function, internal=True))
    customers = yield from _kinds(internal or (), internal=True)
    external = yield from ask_optional(
        _listed("customers_external", post, function, internal=False, known=internal or ())
    )
    already = {customer.id for customer in customers}
    others = yield from _kinds([item for item in external or () if item.id not in already], internal=False)
    return (*customers, *others)


def _kinds(items: Iterable[Item], *, internal: bool) -> Interview[tuple[Customer, ...]]:
    kinds = [kind for kind in CustomerKind if kind.internal is internal]
    customers: list[Customer] = []
    for item in items:
        kind = yield from _kind(item, kinds)
        customers.append(Customer(item.id, item.name, kind))
    return tuple(customers)


def _listed(name: str, post: str, function: Function, *, internal: bool, known: Sequence[Item] = ()) -> ListQuestion:
    """The question for customers; without internal ones there must be an external one, so that there is somebody."""
    return ListQuestion(
        key=name,
        name=name,
        prompt=text(f"{name}.ask", post=post),
        example=text(f"example.{function}.{name}"),
        optional=internal or bool(known),
        family="customer",
        existing=tuple(known),
        trait=lambda one: guess_kind(one, internal=internal),
    )


def _kind(item: Item, kinds: Iterable[CustomerKind]) -> Interview[CustomerKind]:
    """The kind that the name told, or else the one that the manager says."""
    if item.trait:
        return CustomerKind(item.trait)
    answer = yield from ask(
        ChoiceQuestion(
            key=f"{item.scope}/kind",
            name="customer_kind",
            prompt=text("customer_kind.ask", customer=item.name),
            about=(item.name,),
            choices=tuple(Choice(kind.value, text(f"customer_kind.{kind}")) for kind in kinds),
        )
    )
    return CustomerKind(answer)


def _outputs(customers: Iterable[Customer], function: Function) -> Interview[list[_Found]]:
    found: dict[str, _Found] = {}
    for customer in customers:
        named = yield from ask(_received(customer, [one.item for one in found.values()], function))
        for item in named:
            if item.scope not in found:
                found[item.scope] = _Found(item, [])
            found[item.scope].customers.append(customer)
        for item in named:
            if item.trait and found[item.scope].customers == [customer]:
                yield from _result(found[item.scope], function)
    return list(found.values())


def _received(customer: Customer, known: Sequence[Item], function: Function) -> ListQuestion:
    """What a customer receives; outputs known already are offered, so that they are linked and not repeated."""
    all_of_them = (Choice("all", text("outputs.all")),) if len(known) > 1 else ()
    return ListQuestion(
        key=f"customer/{customer.id}/outputs",
        name="outputs",
        prompt=text("outputs.ask", customer=customer.name),
        about=(customer.name,),
        choices=(*(Choice(item.scope, item.name) for item in known), *all_of_them),
        example=text(f"example.{function}.outputs"),
        family="output",
        existing=tuple(known),
        trait=activity,
    )


def _result(found: _Found, function: Function) -> Interview[None]:
    """Turn an activity into what the customer has in hand when it is done (method.md 2.1, results first)."""
    result = yield from ask(
        ResultQuestion(
            key=f"{found.item.scope}/result",
            name="result",
            prompt=text("result.ask", activity=found.item.name, customer=found.customers[0].name),
            about=found.about,
            choices=(Choice("behaviour", text("result.behaviour")),),
            example=text(f"example.{function}.outputs"),
        )
    )
    found.observable = result.trait != "behaviour"
    found.activity = result.trait == "activity"
    found.item = replace(found.item, name=result.name)


def _serves(found: _Found, before: Sequence[Output], function: Function) -> Interview[str | None]:
    goals = dict.fromkeys(output.serves for output in before if output.serves)
    goal = yield from ask_optional(
        TextQuestion(
            key=f"{found.item.scope}/serves",
            name="serves",
            prompt=text("serves.ask", output=found.item.name),
            about=found.about,
            choices=tuple(Choice(f"goal{number}", goal) for number, goal in enumerate(goals, 1)),
            example=text(f"example.{function}.serves"),
            optional=True,
        )
    )
    return goal


def _diagram(customers: Iterable[Customer]) -> ChoiceQuestion:
    """The diagram as understood; its corrections are edits of the answers behind it."""
    corrections = (
        Choice("edit:customers_internal", text("diagram.internal")),
        Choice("edit:customers_external", text("diagram.external")),
        *(Choice(f"edit:customer/{one.id}/outputs", text("diagram.outputs", customer=one.name)) for one in customers),
    )
    return ChoiceQuestion(
        key="diagram",
        name="diagram",
        prompt=text("diagram.ask"),
        choices=(Choice("right", text("diagram.right")), *corrections),
        default="right",
        echoes=False,
    )


def weights_of(name: str, about: tuple[str, ...], things: Sequence[tuple[int, str]]) -> Interview[tuple[Decimal, ...]]:
    """The weights of things by id and name, adding up to 100; not asked for a single one (method.md 2.6)."""
    if len(things) == 1:
        return (Decimal(TOTAL),)
    names = tuple(one for _, one in things)
    key = of_set(name, (id_ for id_, _ in things))
    kind = name.rpartition("/")[2]
    weights = yield from ask(
        WeightsQuestion(
            key=key,
            name=kind,
            prompt=text(f"{kind}.ask", names=names, n=len(names)),
            about=about,
            choices=(Choice("equal", text("weights.equal")), Choice("ranking", text("weights.ranking"))),
            default="equal",
            example=text("weights.example"),
            names=names,
        )
    )
    if weights:
        return weights
    ranked = yield from ask(
        RankingQuestion(
            key=f"{key}/ranking",
            name="ranking",
            prompt=text(
                "ranking.ask", names=tuple(text("ranking.one", number=n, name=one) for n, one in enumerate(names, 1))
            ),
            about=about,
            example=text("ranking.example"),
            names=names,
        )
    )
    yield Tell(
        text(
            "understood",
            answer=tuple(
                text("weights.one", name=one, weight=weight) for one, weight in zip(names, ranked, strict=True)
            ),
        )
    )
    return ranked
