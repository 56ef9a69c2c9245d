# How a policy's text is read, as far as these rules ask.
package terraform.policies.policy_text

import rego.v1

# Statements, their elements by lower-case names; undefined where the text is no policy.
statements(text) := [element_names(statement) | some statement in listed(element_names(document).statement)] if {
	json.is_valid(text)
	document := json.unmarshal(text)
	is_object(document)
}

element_names(value) := {lower(name): element | some name, element in value}

# The texts of what is one or a list of several.
texts(value) := [text | some text in listed(value); is_string(text)]

# One, or a list of several.
listed(value) := value if is_array(value)

listed(value) := [value] if not is_array(value)

# Whether a text is no policy at all.
is_broken(text) if {
	is_string(text)
	text != ""
	not statements(text)
}

# Statements that let everybody in, and whom no condition confines.
open_statements(text) := [index |
	some index, statement in statements(text)
	statement.effect == "Allow"
	names_everybody(statement)
	not is_confined(statement)
]

names_everybody(statement) if statement.principal == "*"

names_everybody(statement) if "*" in listed(statement.principal.AWS)

# Whoever isn't named is let in.
names_everybody(statement) if statement.notprincipal

# Condition keys that say who calls or from where, in a way that nobody can choose freely.
callers := {
	"aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths", "aws:sourceaccount",
	"aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceowner", "aws:sourcevpc", "aws:sourcevpce",
	"aws:userid", "aws:vpceaccount", "aws:vpceorgid", "aws:vpceorgpaths", "kms:calleraccount",
	"s3:dataaccesspointaccount", "s3:dataaccesspointarn",
}

# All of its tests have to be met, so that one that confines is enough; any of the values meets a test.
is_confined(statement) if {
	some operator, tests in statement.condition
	some key, values in tests
	every value in listed(values) {
		confines(lower(trim_prefix(operator, "ForAnyValue:")), lower(key), value)
	}
}

confines(operator, key, value) if {
	operator in {"stringequals", "stringequalsignorecase"}
	key in callers
	not contains(value, "${")
}

confines(operator, key, value) if {
	operator in {"arnequals", "arnlike", "stringlike"}
	key in callers
	not contains(value, "${")
	is_somebodys(value)
}

# Blocks as wide as these are everybody's for S3, too. Another VPC may have the same addresses as one's own.
confines("ipaddress", "aws:sourceip", value) if {
	block_length(value) >= {true: 32, false: 8}[contains(value, ":")]
}

block_length(value) := 128 if not contains(value, "/")

block_length(value) := to_number(split(value, "/")[1]) if contains(value, "/")

# A pattern in which an account, an organisation, a bucket or another id of one's own is written out.
is_somebodys(value) if not regex.match(`[*?]`, value)

is_somebodys(value) if regex.match(`^([0-9]{12}\b|(o|vpc|vpce)-[0-9a-z]{8,}\b|A[A-Z]{3}[A-Z0-9]{12,}:)`, value)

is_somebodys(value) if {
	startswith(value, "arn:")
	parts := split(value, ":")
	parts[2] != "s3"
	parts[4] != ""
	not regex.match(`[*?]`, parts[4])
}

is_somebodys(value) if {
	startswith(value, "arn:")
	parts := split(value, ":")
	parts[2] == "s3"
	not regex.match(`[*?]`, split(parts[5], "/")[0])
}
