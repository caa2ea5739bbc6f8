"""Runs one file of a researcher's Python code.

Arguments: code file, name of the entry function, input path, result path.

A file that defines the entry function at its top level is loaded as a module, the function is
called with the parsed input, and what it returns becomes the result. Any other file runs as a
script with the input path and the result path as its arguments.
"""

import ast
import csv
import json
import os
import sys
import types

DEEPEST = 100


def parsed(path):
    """The content of an input file by its ending, or a dict of them for a folder."""
    if os.path.isdir(path):
        return {name: parsed(os.path.join(path, name)) for name in sorted(os.listdir(path))}
    ending = os.path.splitext(path)[1].lower()
    if ending == ".json":
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    if ending == ".csv":
        with open(path, encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file, strict=True))
    with open(path, "rb") as file:
        return file.read()


def require_json(value, where, depth):
    """Fails on the first value that JSON could only hold changed."""
    if depth > DEEPEST:
        raise TypeError(f"{where} is nested deeper than {DEEPEST} levels, or holds itself")
    if isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                raise TypeError(f"{where} has a key that is not a string but {kind(key)}")
            require_json(item, f"{where}[{key!r}]", depth + 1)
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            require_json(item, f"{where}[{index}]", depth + 1)
    elif isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            raise ValueError(f"{where} is {value}, which JSON does not have")
    elif value is not None and not isinstance(value, (str, int)):
        raise TypeError(f"{where} is {kind(value)}, which JSON does not have")


def kind(value):
    return f"{type(value).__module__}.{type(value).__qualname__}"


def defines(tree, entry):
    return any(isinstance(node, ast.FunctionDef) and node.name == entry for node in tree.body)


def load(tree, code, name):
    module = types.ModuleType(name)
    module.__file__ = code
    sys.modules[name] = module
    exec(compile(tree, code, "exec"), module.__dict__)
    return module


def main(code, entry, source, target):
    sys.argv = [code, source, target]
    with open(code, "rb") as file:
        tree = ast.parse(file.read(), code)
    if not defines(tree, entry):
        load(tree, code, "__main__")
        return
    function = getattr(load(tree, code, "researcher_code"), entry)
    value = function(parsed(source))
    require_json(value, "the returned value", 0)
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    with open(target, "w", encoding="utf-8") as file:
        file.write(text)


main(*sys.argv[1:])
