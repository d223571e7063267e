"""Fields pydantic: the class `Order`."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, field_validator


class Order(BaseModel):
    """An order with `number`, `customer`, and 3 more fields.

    Has `model_config` (the model configuration, a `ConfigDict`), `currencies` (the
    currencies, a set of strings), `number` (the number of the order), `customer` (who
    pays), `note` (Printed on the receipt; default None), `items` (the items of the
    order; default []) and `total` (what is to be paid; default 1.0).
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

        Takes `value` (the value, an integer). Returns the value. Raises `ValueError` if
        `value` is less than 1.
        """
        if value < 1:
            raise ValueError("number must be positive")
        return value

    class Config:
        """A configuration.

        Has `title` (the title, `"Order"` by default).
        """

        title = "Order"
