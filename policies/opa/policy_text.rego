# How a policy's text is read, as far as these rules ask.
package terraform.policies.policy_text

import rego.v1

# Statements, their elements by lower-case names; undefined where the text is no policy.
statements(text) := [element_names(statement) | some statement in listed(element_names(document).statement)] if {
	document := json.unmarshal(text)
	is_object(document)
}

element_names(value) := {lower(name): element | some name, element in value}

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

# Condition keys that AWS fills in and that name an owner: their values are somebody's.
owners := {
	"aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths", "aws:sourceaccount",
	"aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourcevpc", "aws:sourcevpce", "kms:calleraccount",
}

operators := {"arnequals", "arnlike", "stringequals", "stringequalsignorecase", "stringlike"}

is_confined(statement) if {
	some operator, tests in statement.condition
	lower(trim_prefix(operator, "ForAnyValue:")) in operators
	some key, values in tests
	lower(key) in owners
	every value in listed(values) {
		not regex.match(`^(arn:)?[*?:]*$`, value)
	}
}
