"""Fields pydantic: the class ``Order``."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, field_validator


class Order(BaseModel):
    """An order with ``number``, ``customer``, and 3 more fields.

    :cvar model_config: The model configuration, a ``ConfigDict``.
    :cvar currencies: The currencies, a set of strings.
    :vartype currencies: set[str]
    :ivar number: The number of the order.
    :vartype number: int
    :ivar customer: Who pays.
    :vartype customer: str
    :ivar note: Printed on the receipt. Defaults to ``None``.
    :vartype note: str | None
    :ivar items: The items of the order. Defaults to ``[]``.
    :vartype items: list[str]
    :ivar total: What is to be paid. Defaults to ``1.0``.
    :vartype total: Annotated[float, Field(gt=0, description="What is to be paid.")]
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

        :param value: The value, an integer.
        :type value: int
        :returns: The value.
        :rtype: int
        :raises ValueError: If ``value`` is less than 1.
        """
        if value < 1:
            raise ValueError("number must be positive")
        return value

    class Config:
        """A configuration.

        :cvar title: The title, ``"Order"`` by default.
        :vartype title: str
        """

        title = "Order"
