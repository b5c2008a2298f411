"""TypeScript types of the OpenAPI document: one for each schema, and a table of what each endpoint takes and gives."""

import re
from collections.abc import Iterator

HEAD = "// Made from docs/openapi.json by `make api`; do not edit.\n"
NAME = re.compile(r"^[A-Za-z_$][\w$]*$")
PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}


def types_of(document: dict) -> str:
    """The text of a module with the types of an OpenAPI 3.1 document."""
    schemas = (_schema(name, schema) for name, schema in sorted(document["components"]["schemas"].items()))
    return "\n".join([HEAD, *schemas, _operations(document)]) + "\n"


def _schema(name: str, schema: dict) -> str:
    return f"{_comment(schema)}export type {name} = {_type(schema)};\n"


def _comment(schema: dict, indent: str = "") -> str:
    text = " ".join(schema.get("description", "").split()).replace("*/", "* /")
    return f"{indent}/** {text} */\n" if text else ""


def _type(schema: dict, indent: str = "") -> str:
    if "$ref" in schema:
        return schema["$ref"].rpartition("/")[2]
    if "const" in schema:
        return _literal(schema["const"])
    if "enum" in schema:
        return " | ".join(map(_literal, schema["enum"]))
    for union in ("anyOf", "oneOf"):
        if union in schema:
            return " | ".join(dict.fromkeys(_type(part, indent) for part in schema[union]))
    if schema.get("type") == "array":
        return _array(schema, indent)
    if schema.get("type") == "object":
        return _object(schema, indent)
    return PLAIN.get(schema.get("type"), "unknown")


def _array(schema: dict, indent: str) -> str:
    if "prefixItems" in schema:
        return f"[{', '.join(_type(item, indent) for item in schema['prefixItems'])}]"
    return f"Array<{_type(schema.get('items', {}), indent)}>"


def _object(schema: dict, indent: str) -> str:
    if "properties" not in schema:
        extra = schema.get("additionalProperties")
        key = _type(schema["propertyNames"]) if "propertyNames" in schema else "string"
        return f"Partial<Record<{key}, {_type(extra, indent) if isinstance(extra, dict) else 'unknown'}>>"
    return "{\n" + "".join(_properties(schema, f"{indent}  ")) + f"{indent}}}"


def _properties(schema: dict, indent: str) -> Iterator[str]:
    required = set(schema.get("required", []))
    for name, part in schema["properties"].items():
        mark = "" if name in required else "?"
        yield f"{_comment(part, indent)}{indent}{_key(name)}{mark}: {_type(part, indent)};\n"


def _operations(document: dict) -> str:
    lines = ["/** What each endpoint takes and gives, by its operation id. */", "export type Operations = {"]
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            lines += [f"  {operation['operationId']}: {{", f'    method: "{method}";', f'    path: "{path}";']
            lines += [f"    query: {_query(operation)};", f"    body: {_body(operation)};"]
            lines += [f"    answer: {_answer(operation)};", "  };"]
    return "\n".join([*lines, "};"])


def _query(operation: dict) -> str:
    parameters = [item for item in operation.get("parameters", []) if item["in"] == "query"]
    parts = [
        f"{_key(item['name'])}{'' if item['required'] else '?'}: {_type(item['schema'])}"
        for item in parameters
    ]
    return f"{{ {'; '.join(parts)} }}" if parts else "undefined"


def _body(operation: dict) -> str:
    content = operation.get("requestBody", {}).get("content", {})
    return _type(content["application/json"]["schema"]) if content else "undefined"


def _answer(operation: dict) -> str:
    found = [
        _type(media["schema"])
        for status, response in operation["responses"].items()
        if int(status) < 300
        for media in response.get("content", {}).values()
    ]
    return " | ".join(dict.fromkeys(found)) or "undefined"


def _key(name: str) -> str:
    return name if NAME.match(name) else f'"{name}"'


def _literal(value) -> str:
    return (
        f'"{value}"'
        if isinstance(value, str)
        else str(value).lower()
        if isinstance(value, bool)
        else str(value)
    )
