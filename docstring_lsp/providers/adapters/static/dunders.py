"""The data model in words: what each special method does; a table and two small rules."""

from __future__ import annotations

from docstring_lsp.source.facts import FunctionFacts

SUMMARIES = {
    "__init__": "Initialize the instance.",
    "__new__": "Create a new instance.",
    "__post_init__": "Finish initializing the instance.",
    "__del__": "Clean up when the instance is about to be destroyed.",
    "__repr__": "Return the representation for developers.",
    "__str__": "Return the string for users.",
    "__bytes__": "Return the instance as bytes.",
    "__format__": "Return the instance formatted as a specification asks.",
    "__lt__": "Return whether the instance is less than another.",
    "__le__": "Return whether the instance is less than or equal to another.",
    "__eq__": "Return whether the instance equals another object.",
    "__ne__": "Return whether the instance differs from another object.",
    "__gt__": "Return whether the instance is greater than another.",
    "__ge__": "Return whether the instance is greater than or equal to another.",
    "__hash__": "Return the hash of the instance.",
    "__bool__": "Return the truth of the instance.",
    "__nonzero__": "Return the truth of the instance.",
    "__getattr__": "Return an attribute that was not found the usual way.",
    "__getattribute__": "Return an attribute.",
    "__setattr__": "Set an attribute.",
    "__delattr__": "Delete an attribute.",
    "__dir__": "Return the names of the attributes.",
    "__get__": "Return the attribute's value for an instance or its class.",
    "__set__": "Set the attribute's value on an instance.",
    "__delete__": "Delete the attribute from an instance.",
    "__set_name__": "Learn the class and the name the descriptor is assigned to.",
    "__init_subclass__": "Initialize a new subclass.",
    "__class_getitem__": "Return the class parametrized with types.",
    "__mro_entries__": "Return the classes that stand in for this base.",
    "__prepare__": "Return the namespace of a class to be created.",
    "__instancecheck__": "Return whether an object counts as an instance of the class.",
    "__subclasscheck__": "Return whether a class counts as a subclass.",
    "__subclasshook__": "Return whether a class counts as a subclass by its methods.",
    "__subclasses__": "Return the immediate subclasses.",
    "__mro__": "Return the method resolution order.",
    "__call__": "Call the instance.",
    "__len__": "Return the number of items.",
    "__length_hint__": "Return an estimate of the number of items.",
    "__getitem__": "Return the item for a key.",
    "__setitem__": "Set the item for a key.",
    "__delitem__": "Delete the item for a key.",
    "__missing__": "Return the value for a key that is missing.",
    "__iter__": "Return an iterator over the items.",
    "__next__": "Return the next item.",
    "__reversed__": "Return an iterator over the items in reverse order.",
    "__contains__": "Return whether an item is contained.",
    "__enter__": "Enter the context.",
    "__exit__": "Leave the context.",
    "__aenter__": "Enter the asynchronous context.",
    "__aexit__": "Leave the asynchronous context.",
    "__await__": "Return an iterator that waits for the result.",
    "__aiter__": "Return an asynchronous iterator over the items.",
    "__anext__": "Return the next item.",
    "__neg__": "Return the negated value.",
    "__pos__": "Return the value with a plus sign in front.",
    "__abs__": "Return the absolute value.",
    "__invert__": "Return the bitwise inverse.",
    "__complex__": "Convert the instance to a complex number.",
    "__int__": "Convert the instance to an integer.",
    "__float__": "Convert the instance to a float.",
    "__index__": "Return the instance as an integer for use as an index.",
    "__round__": "Round to a number of digits.",
    "__trunc__": "Truncate to an integer.",
    "__floor__": "Round down to an integer.",
    "__ceil__": "Round up to an integer.",
    "__copy__": "Return a shallow copy.",
    "__deepcopy__": "Return a deep copy.",
    "__replace__": "Return a copy with some fields replaced.",
    "__getstate__": "Return the state to be pickled.",
    "__setstate__": "Restore the state that was pickled.",
    "__reduce__": "Return what is needed to pickle the instance.",
    "__reduce_ex__": "Return what a pickle protocol needs to pickle the instance.",
    "__getnewargs__": "Return the arguments to create the instance with when unpickling.",
    "__getnewargs_ex__": "Return the arguments to create the instance with when unpickling.",
    "__getinitargs__": "Return the arguments to initialize the instance with when unpickling.",
    "__sizeof__": "Return the size in memory, in bytes.",
    "__fspath__": "Return the path in the file system.",
    "__buffer__": "Return a view of the memory.",
    "__release_buffer__": "Release a view of the memory.",
    "__attrs_post_init__": "Finish initializing the instance.",
    "__attrs_pre_init__": "Prepare for initializing the instance.",
    "__rich__": "Return what a console shows.",
    "__rich_repr__": "Yield the parts of the representation.",
    "__html__": "Return the instance as HTML.",
    "__annotate__": "Return the annotations.",
    "__setup__": "Set up the instance.",
    "__get_pydantic_core_schema__": "Return the schema that validates the type.",
}

_OPERATORS = {
    "add": "sum", "sub": "difference", "mul": "product", "matmul": "matrix product",
    "truediv": "quotient", "div": "quotient", "floordiv": "quotient rounded down",
    "mod": "remainder", "divmod": "quotient and the remainder", "pow": "power",
    "lshift": "value shifted left", "rshift": "value shifted right", "and": "bitwise and",
    "or": "bitwise or",
    "xor": "bitwise exclusive or",
}  # fmt: skip


def is_dunder(name: str) -> bool:
    """Return whether a name is that of a special method."""
    return len(name) > 4 and name.startswith("__") and name.endswith("__")


def summary(facts: FunctionFacts) -> str | None:
    """Return the summary of a special method, or None for one that Python does not know."""
    if facts.name in SUMMARIES:
        return SUMMARIES[facts.name]
    core = facts.name[2:-2]
    if core in _OPERATORS:
        return f"Return the {_OPERATORS[core]} of the instance and another value."
    if core[:1] == "r" and core[1:] in _OPERATORS:
        return f"Return the {_OPERATORS[core[1:]]} of another value and the instance."
    if core[:1] == "i" and core[1:] in _OPERATORS:
        return f"Update in place to the {_OPERATORS[core[1:]]} with another value."
    return None


_COMPARED = ("The object to compare with.",)
_OPERAND = ("The other operand.",)
_KEY = "The key of the item."
_ATTRIBUTE = "The name of the attribute."
_LEAVING = (
    "The type of the exception that ended the block, or None.",
    "The exception that ended the block, or None.",
    "The traceback of the exception that ended the block, or None.",
)
_PARAMETERS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"), _COMPARED),
    "__exit__": _LEAVING,
    "__aexit__": _LEAVING,
    "__format__": ("The format specification.",),
    "__getattr__": (_ATTRIBUTE,),
    "__getattribute__": (_ATTRIBUTE,),
    "__setattr__": (_ATTRIBUTE, "The value to set."),
    "__delattr__": (_ATTRIBUTE,),
    "__getitem__": (_KEY,),
    "__setitem__": (_KEY, "The value to set."),
    "__delitem__": (_KEY,),
    "__missing__": ("The key that is missing.",),
    "__contains__": ("The item to look for.",),
    "__get__": (
        "The instance the attribute is read from, or None.",
        "The class the attribute is read from, or None.",
    ),
    "__set__": ("The instance to set the attribute on.", "The value to set."),
    "__delete__": ("The instance to delete the attribute from.",),
    "__set_name__": ("The class that the descriptor belongs to.", "The name it is assigned to."),
    "__instancecheck__": ("The object to check.",),
    "__subclasscheck__": ("The class to check.",),
    "__subclasshook__": ("The class to check.",),
    "__class_getitem__": ("The types to parametrize the class with.",),
    "__deepcopy__": ("The copies made so far, by identity.",),
    "__setstate__": ("The state that was pickled.",),
    "__reduce_ex__": ("The version of the pickle protocol.",),
    "__round__": ("The number of digits to keep.",),
    "__mro_entries__": ("The bases as written.",),
    "__buffer__": ("The flags of the request.",),
    "__release_buffer__": ("The view to release.",),
    **{f"__{kind}{name}__": _OPERAND for name in _OPERATORS for kind in ("", "r", "i")},
}


def parameter(function: str, name: str, position: int) -> str | None:
    """Return what a special method's parameter is, or None if the data model does not say."""
    if function in _PARAMETERS and position < len(_PARAMETERS[function]) and name != "args":
        return _PARAMETERS[function][position]
    return None
