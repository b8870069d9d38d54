"""What units measure, which of them are one, and which convert into each other.

They convert exactly: a working day is no fixed number of hours, a month none of days.
"""

_SCALES = {
    "second": ("second", 1),
    "minute": ("second", 60),
    "hour": ("second", 3_600),
    "day": ("second", 86_400),
    "week": ("second", 604_800),
    "month": ("month", 1),
    "quarter": ("month", 3),
    "year": ("month", 12),
}
TIMES = frozenset({*_SCALES, "working_day"})
"""Units of time."""
_CODES = (
    "ADP AED AFA AFN ALK ALL AMD ANG AOA AOK AON AOR ARA ARL ARM ARP ARS ATS AUD AWG AZM AZN BAD BAM BAN BBD BDT BEC "
    "BEF BEL BGL BGM BGN BGO BHD BIF BMD BND BOB BOL BOP BOV BRB BRC BRE BRL BRN BRR BRZ BSD BTC BTN BUK BWP BYB BYN "
    "BYR BZD CAD CDF CHE CHF CHW CLE CLF CLP CNH CNY COP COU CRC CSD CSK CUC CUP CVE CYP CZK DDM DEM DJF DKK DOP DZD "
    "ECS ECV EEK EGP ERN ESA ESB ESP ETB EUR FIM FJD FKP FRF GBP GEK GEL GHC GHS GIP GMD GNF GNS GQE GRD GTQ GWE GWP "
    "GYD HKD HNL HRD HRK HTG HUF IDR IEP ILP ILR ILS INR IQD IRR ISJ ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRH KRO "
    "KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LTT LUC LUF LUL LVL LVR LYD MAD MAF MCF MDC MDL MGA MGF MKD MKN MLF MMK "
    "MNT MOP MRO MRU MTL MTP MUR MVP MVR MWK MXN MXP MXV MYR MZE MZM MZN NAD NGN NIC NIO NLG NOK NPR NZD OMR PAB PEI "
    "PEN PES PGK PHP PKR PLN PLZ PTE PYG QAR RHD ROL RON RSD RUB RUR RWF SAR SBD SCR SDD SDG SDP SEK SGD SHP SIT SKK "
    "SLE SLL SOS SRD SRG SSP STD STN SUR SVC SYP SZL THB TJR TJS TMM TMT TND TOP TPE TRL TRY TTD TWD TZS UAH UAK UGS "
    "UGX USD USN USS UYI UYP UYU UYW UZS VEB VED VEF VES VND VNN VUV WST XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XEU "
    "XFO XFU XOF XPD XPF XPT XRE XSU XTS XUA YDD YER YUD YUM YUN YUR ZAL ZAR ZMK ZMW ZRN ZRZ ZWD ZWG ZWL ZWR"
)
CURRENCIES = frozenset(_CODES.split())
"""Codes of money (ISO 4217, with those that are history)."""


def kind(unit: str | None) -> str | None:
    """What a unit measures: "time", "money", "percent"; None for what is counted, or without one."""
    if unit is None:
        return None
    if unit in TIMES:
        return "time"
    if unit in {"%", "point"}:
        return "percent"
    return "money" if unit in CURRENCIES else None


def scale(unit: str | None) -> tuple[str | None, int]:
    """The unit a unit converts to exactly, and how many of it; "complaint" and "complaints" are one unit."""
    if unit is None:
        return None, 1
    noun = unit.casefold()
    return _SCALES.get(noun, (noun.removesuffix("s"), 1))


def same(unit: str | None, other: str | None) -> bool:
    """Whether two units are one, however they are called."""
    return scale(unit) == scale(other)


def alike(unit: str | None, other: str | None) -> bool:
    """Whether figures in two units may be held against each other; one without a unit is in that of the other."""
    return unit is None or other is None or scale(unit)[0] == scale(other)[0]
