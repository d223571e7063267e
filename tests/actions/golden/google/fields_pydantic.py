"""Fields pydantic: the class `Order`."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, field_validator


class Order(BaseModel):
    """An order with `number`, `customer`, and 3 more fields.

    Attributes:
        model_config: The model configuration, a `ConfigDict`.
        currencies (set[str]): The currencies, a set of strings.
        number (int): The number of the order.
        customer (str): Who pays.
        note (str | None): Printed on the receipt. Defaults to None.
        items (list[str]): The items of the order. Defaults to [].
        total (Annotated[float, Field(gt=0, description="What is to be paid.")]): What
            is to be paid. Defaults to 1.0.
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

        Args:
            value (int): The value, an integer.

        Returns:
            int: The value.

        Raises:
            ValueError: If `value` is less than 1.
        """
        if value < 1:
            raise ValueError("number must be positive")
        return value

    class Config:
        """A configuration.

        Attributes:
            title (str): The title, `"Order"` by default.
        """

        title = "Order"
