"""English verbs of work, and what they govern: told from the first words of a clause and their endings."""

import re


def _words(said: str) -> frozenset[str]:
    return frozenset(said.split())


_PURE = _words(
    "accept accompany achieve acquire act adapt adhere adjust administer adopt advertise advise advocate "
    "allocate analyse analyze answer apply appoint appraise arrange assemble assess assign assist assume "
    "assure attend authorise authorize balance bathe build calculate calibrate carry chair classify coach "
    "collaborate collate collect communicate compare compile comply compose compute conduct configure confirm "
    "connect consolidate construct consult contribute convert convey cook cooperate coordinate correspond "
    "counsel create cultivate cut debug decide dedicate define delegate deliver deploy describe determine "
    "develop devise diagnose direct discuss dispatch dispense dispose distribute diversify do draft drive "
    "edit educate effect elaborate eliminate employ empower enable encourage enforce engage enhance enrol "
    "enroll ensure enter escalate escort establish evaluate examine execute expand expedite explain explore "
    "facilitate familiarise familiarize feed fill finalise finalize fix follow formulate foster fulfil "
    "fulfill gather generate get give grade greet grow handle help hire hold identify implement improve "
    "improvise include increase inform initiate innovate inspect inspire install instruct integrate interact "
    "interpret interview introduce invest investigate involve issue join justify keep launch lead learn "
    "liaise lift load look maintain make manage manufacture maximise maximize measure mediate meet mentor "
    "minimise minimize mitigate mobilise mobilize moderate modify monitor motivate move negotiate observe "
    "obtain operate optimise optimize orchestrate order organise organize oversee pack participate pay "
    "perform persuade pick place post prepare present preserve prevent prioritise prioritize produce program "
    "promote propose protect prove provide purchase pursue put raise read receive recommend reconcile recruit "
    "redesign reduce refer register reinforce remain remove renew repair replace reply represent research "
    "resolve respond restock restructure retain retrieve run safeguard satisfy schedule secure see select "
    "sell send serve set settle shape ship simplify solve sort specify stack staff stay stimulate stock store "
    "streamline strengthen submit suggest supervise support sustain take talk teach tidy track train "
    "transcribe transfer translate treat troubleshoot understand undertake unload update upgrade use utilise "
    "utilize validate verify visit warn wash weigh welcome work write"
)
"""Verbs as they stand in duties."""
_NOUNS = _words(
    "account act answer approach audit balance bill budget build chair change check clean clear coach collect "
    "complete contact contract control cook correct cover cut deposit design direct dispatch display document "
    "drive employ estimate feed file fill fix follow-up forecast form grade group guide help hold host "
    "invoice issue launch lead list load look map market measure move name note offer open order pack pay "
    "permit pick place plan post present process program project purchase question quote raise rate read "
    "record register release repair reply report request research review run sample schedule secure sell set "
    "shape ship sort stack staff stay stock store study supply support survey target test time track train "
    "transfer treat update upgrade use visit wash welcome work"
)
"""Words that are nouns or adjectives as well; they are verbs only where what follows shows it: "support the team"."""
_TITLES = _words(
    "accounting advertising advising auditing banking billing branding briefing budgeting building catering "
    "cleaning coaching cooling costing drawing engineering filing following funding gardening grading "
    "handling heating hiring housekeeping housing invoicing landscaping leading learning lending licensing "
    "lighting listing loading logging machining mailing manufacturing mapping marketing meeting mentoring "
    "merchandising mining modelling monitoring moulding negotiating networking nursing onboarding operating "
    "ordering packaging packing painting parking planning posting pricing printing processing procuring "
    "programming publishing purchasing rating reading recruiting recycling reporting reviewing routing "
    "running sampling scheduling screening selling sending serving setting shipping shopping signing sourcing "
    "spending staffing steering supporting teaching testing tooling tracking trading training travelling "
    "treating vetting voting waiting warehousing warning welding wiring working"
)
"""Doings that also say what kind of thing something is: training plan, shipping label."""
_QUALITIES = _words(
    "anything ceiling clothing continuing corresponding during earning earnings evening everything existing "
    "finding findings incoming king living missing morning nothing offering ongoing opening outgoing "
    "outstanding pending pudding recurring remaining ring rolling saving savings something spring sterling "
    "string surviving thing underlying upcoming wedding wing"
)
"""Words in -ing that are no doing in front of a noun."""
_ADVERBS = (
    r"(?:(?:(?!(?:supp|rep|app|comp|re|multip)ly\b)[a-z]+ly|also|always|often|sometimes|daily|to|and|i|we|he|she|"
    r"they|you|mostly|have to|has to|need to|needs to|must|will|should|"
    r"help to|responsible to|able to),? )*"
)
_BEFORE = re.compile(_ADVERBS)
_FIRST = re.compile(r"(?P<first>[a-z]+(?:-[a-z]+)*),?(?: (?P<rest>.+))?$", re.DOTALL)
_DUTY = re.compile(
    r"(?:(?:i |we |he |she |they )?(?:am |are |is |be )?(?:also )?)(?:responsible for|in charge of|accountable for|"
    r"tasked with)\b"
)
_WORK = re.compile(r"(?<=[a-z] )(?:responsibilities|duties|tasks|chores|matters)(?: as (?:assigned|needed|required))?$")
"""What only is work, whatever it is called."""
_OBJECT = re.compile(
    r"(?:the|an?|our|their|my|your|his|her|its|all|any|each|every|other|new|various|both|as|up|out|what|whether|how|"
    r"that|if|"
    r"staff|customers?|clients|patients|students|guests|employees|people|visitors|members|suppliers|residents|"
    r"pupils|children|users|"
    r"colleagues|teams?|[a-z]+ and [a-z]+ (?:the|all|our|new))\b"
)
"""What follows a verb rather than a noun."""
_WITH = re.compile(r"(?:the|an?|our|their|to|on|with|new|all) ")
_PAPERS = (
    r"(?:plan|report|manual|minutes|label|list|record|sheet|chart|contract|agreement|handbook|guide|guideline|"
    r"budget|policy|policies|form|file|"
    r"system|schedule|calendar|register|log|dashboard|summary|summaries|analysis|analyses|proposal|procedure|"
    r"standard|rate|time|cost|fee|result|"
    r"material|kit|course|tool|order|document|note|template|statement|charge|indicator|prototype|center|centre|book|"
    r"card|slip|certificate|program|"
    r"programme|campaign|strategy|strategies|data|figure|forecast|deck|brief|letter|notice|invoice|quote|quotation|"
    r"finding|improvement|change|"
    r"confirmation|ticket|drawing|update|copy|copies|map|model|software|hours|services?|desk|docket|permit|licence|"
    r"license|event|session|target|"
    r"line|number|sample|supplies|request|paper|board|matrix|survey|pack|package|review|tracker|permission|decision|"
    r"inspection|application|approval|roster|rota|scheme|calls?)"
)
_PAPER = re.compile(rf"(?:[a-z0-9&/-]+ ){{0,3}}?{_PAPERS}(?:e?s)?(?: (?:for|of|on|from|with|to|per|by|in|at)\b.*)?$")
"""How what is written or kept is called, with what it is about."""
_NEXT = re.compile(r"[,;.]| and ")
"""Where another thing may begin: "meeting minutes and office supplies"."""
_BOTH = re.compile(
    r"(?P<first>[a-z-]+)(?:, [a-z-]+)*,? (?:and|&|or|/) (?P<second>[a-z-]+)(?: (?P<rest>.+))?$", re.DOTALL
)
_MORE = _words("answer check file issue load order process record review schedule test track train update")
"""Of the nouns those that are verbs in front of a bare plural."""
_PLURAL = re.compile(
    r"(?!of |for |to |on |with |from |by )(?:[a-z-]+ "
    r"){0,2}?[a-z]+(?<!s)s(?<!results)(?<!findings)(?<!reports)(?<!notes)(?<!sheets)(?<!lists)"
    r"(?<!logs)(?<!plans)(?<!improvements)(?<!changes)(?<!confirmations)(?<!tickets)(?<!cards)(?<!forms)(?<!templates)(?<!copies)"
    r"(?<!books)(?<!updates)(?<!slips)(?<!steps)(?<!points)(?<!maps)(?<!numbers)(?<!cases)(?: |$)"
)
"""An object in the plural; no sheets that the word in front only names the kind of: "review findings"."""


def is_doing(text: str) -> bool:
    """Whether a folded English clause says what is done rather than what somebody holds: "assess patients"."""
    if _DUTY.match(text) or _WORK.search(text):
        return True
    said = text[_end(text) :]
    both, found = _BOTH.match(said), _FIRST.match(said)
    if both and _is_verb(both["second"]) and (_is_verb(both["first"]) or both["second"] in _PURE - _NOUNS):
        return _are_doing(both["first"], both["second"], both["rest"] or "")
    if found is None:
        return False
    first, rest = found["first"], found["rest"] or ""
    return (_is_gerund(first) and _gerund(first, rest)) or _verb(first, rest)


def is_bare(text: str) -> bool:
    """Whether a clause is a verb, or verbs, without an object: "troubleshoot", "assigning"."""
    parts = re.split(r",? (?:and|or|&) |, ?", text[_end(text) :])
    return all(" " not in part and (_is_gerund(part) or {part, _stem(part)} & _PURE) for part in parts)


def _end(text: str) -> int:
    before = _BEFORE.match(text)
    return before.end() if before else 0


def _are_doing(first: str, second: str, rest: str) -> bool:
    """Whether two words that may be verbs are: "sales and marketing plan" is none that somebody does."""
    sure = [word for word in (first, second) if word not in _NOUNS and word not in _TITLES]
    return bool(rest) and (bool(sure) or not _is_paper(rest))


def _verb(first: str, rest: str) -> bool:
    """Whether a word without -ing is a verb in front of what follows."""
    base = first if first in _PURE | _NOUNS else _stem(first)
    if base in _NOUNS:
        plural = base in _MORE and _PLURAL.match(rest)
        together = base == "work" and rest.startswith(("with ", "on ", "closely "))
        return _OBJECT.match(rest) is not None or (first == base and bool(plural)) or together
    return base in _PURE and bool(rest) and not rest.startswith(("of ", "for "))


def _gerund(first: str, rest: str) -> bool:
    if not rest:
        return first not in _TITLES
    return first not in _TITLES or _WITH.match(rest) is not None or not _is_paper(rest)


def _is_paper(rest: str) -> bool:
    return _PAPER.match(_NEXT.split(rest)[0]) is not None


def _is_verb(word: str) -> bool:
    return word in _PURE or word in _NOUNS or _is_gerund(word) or _stem(word) in _PURE


def _is_gerund(word: str) -> bool:
    return len(word) > _SHORTEST and word.endswith("ing") and word not in _QUALITIES


def _stem(word: str) -> str:
    """A verb as it stands for "he" or "she": conducts, provides, carries; without its hyphen: co-ordinate."""
    plain = word.replace("-", "")
    if plain.endswith("ies"):
        return f"{plain[:-3]}y"
    if plain.endswith("s") and not plain.endswith("ss"):
        return plain[:-2] if plain.endswith(("sses", "shes", "ches", "xes")) else plain[:-1]
    return plain


_SHORTEST = 4
"""Letters of words that end in -ing by chance: ring, thing."""
