"""The functions of an enterprise, for examples and suggestions that fit (method.md 8, key factors by function)."""

from enum import StrEnum


class Function(StrEnum):
    """What a department does in the value chain, or for it."""

    SALES = "sales"
    MARKETING = "marketing"
    RND = "rnd"
    PRODUCTION = "production"
    QUALITY = "quality"
    PURCHASING = "purchasing"
    LOGISTICS = "logistics"
    SERVICE = "service"
    HR = "hr"
    FINANCE = "finance"
    IT = "it"
    ADMINISTRATION = "administration"
    HEALTH = "health"
    EDUCATION = "education"
    PUBLIC_SERVICE = "public_service"
    HOSPITALITY = "hospitality"
    CONSTRUCTION = "construction"
    OTHER = "other"
