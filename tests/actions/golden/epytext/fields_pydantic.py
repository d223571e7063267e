"""Fields pydantic: the class C{Order}."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, field_validator


class Order(BaseModel):
    """An order with C{number}, C{customer}, and 3 more fields.

    @cvar model_config: The model configuration, a C{ConfigDict}.
    @cvar currencies: The currencies, a set of strings.
    @type currencies: set[str]
    @ivar number: The number of the order.
    @type number: int
    @ivar customer: Who pays.
    @type customer: str
    @ivar note: Printed on the receipt. Defaults to C{None}.
    @type note: str | None
    @ivar items: The items of the order. Defaults to C{[]}.
    @type items: list[str]
    @ivar total: What is to be paid. Defaults to C{1.0}.
    @type total: Annotated[float, Field(gt=0, description="What is to be paid.")]
    """

    model_config = ConfigDict(frozen=True)
    currencies: ClassVar[set[str]] = {"EUR"}

    number: int
    customer: str = Field(..., min_length=1, description="Who pays.")
    note: str | None = Field(None, description="Printed on the "
                             "receipt.")
    items: list[str] = Field(default_factory=list)
    total: Annotated[float, Field(gt=0, description="What is to be paid.")] = 1.0
    _seen: bool = PrivateAttr(default=False)

    @field_validator("number")
    @classmethod
    def check_number(cls, value: int) -> int:
        """Check the number.

        @param value: The value, an integer.
        @type value: int
        @return: The value.
        @rtype: int
        @raise ValueError: If C{value} is less than 1.
        """
        if value < 1:
            raise ValueError("number must be positive")
        return value

    class Config:
        """A configuration.

        @cvar title: The title, C{"Order"} by default.
        @type title: str
        """

        title = "Order"
