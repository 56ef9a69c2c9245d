# How a plan is read: as HCP Terraform hands it over, or as `terraform show -json` prints it.
package terraform.policies.plan

import rego.v1

plan := object.get(input, "plan", input)

# Another document holds no changes, and would pass for a plan that does nothing.
faults contains "this is no plan: it has no planned_values" if not is_object(object.get(plan, "planned_values", null))

faults contains "the format of plans must be 1" if not startswith(object.get(plan, "format_version", ""), "1.")

faults contains "the plan failed half-way: it shows a part of what it would do" if plan.errored == true

changes := [change |
	some change in plan.resource_changes
	change.mode == "managed"
]

# What a plan does with something that is there. A resource that is forgotten (`removed` with destroy = false) stays.
loss(change) := "destroys an object that an earlier apply left behind" if {
	change.change.actions == ["delete"]
	change.deposed
} else := "destroys it" if {
	change.change.actions == ["delete"]
} else := "replaces it" if {
	{"create", "delete"} == {action | some action in change.change.actions}
}

# It makes or changes it.
makes(change) if {
	some action in change.change.actions
	action in {"create", "update"}
}

# It was there and will be: values before and after can be compared.
keeps(change) if {
	makes(change)
	is_object(change.change.before)
	is_object(change.change.after)
}

before(change) := side(change, "before")

after(change) := side(change, "after")

# `true` wherever something is known only after the apply.
unknown(change) := side(change, "after_unknown")

side(change, name) := value if {
	value := change.change[name]
	is_object(value)
} else := {}

# Whether any part of an argument is known only after the apply.
is_open(marks) if {
	walk(marks, [_, value])
	value == true
}

is_unknown(change, argument) if is_open(object.get(unknown(change), argument, false))

# An argument that is unknown because somebody wrote what isn't known yet. What nobody wrote, the provider fills in.
is_written_unknown(change, argument) if {
	is_unknown(change, argument)
	is_written(change, argument)
}

# Without the configuration anything may have been written.
is_written(change, argument) if {
	not expressions[configured_as(change)]
} else if {
	expressions[configured_as(change)][argument]
}

# What an argument refers to, as it is written; undefined without the configuration.
references(change, argument) := object.get(expressions[configured_as(change)], [argument, "references"], [])

# Arguments as they are written, by the place in the configuration. One object, made once: a rule by keys is searched anew for
# each resource.
expressions := {place: object.get(resource, "expressions", {}) |
	walk(object.get(plan, "configuration", {}), [path, resource])
	count(path) > 2
	path[count(path) - 2] == "resources"
	path[0] == "root_module"
	resource.mode == "managed"
	modules := [sprintf("module.%s", [name]) | some index, name in path; index % 3 == 2; path[index - 1] == "module_calls"]
	place := concat(".", array.concat(modules, [resource.address]))
}

# A resource's place in the configuration: its address without the keys of count and for_each.
configured_as(change) := place if {
	module := regex.replace(object.get(change, "module_address", ""), `\[("(\\.|[^"\\])*"|[0-9]+)\]`, "")
	place := concat(".", [part | some part in [module, change.type, change.name]; part != ""])
}

# How a switch that was on will be: violated where it is off, unknown where only the apply tells.
switched(change, argument) := "unknown" if {
	was_on(change, argument)
	is_unknown(change, argument)
} else := "violated" if {
	was_on(change, argument)
	not object.get(after(change), argument, null) == true
}

was_on(change, argument) if {
	keeps(change)
	before(change)[argument] == true
}

# How something that was there will be, when it must stay as it is: an argument that is set.
moved(change, argument) := "unknown" if {
	was_set(change, argument)
	is_unknown(change, argument)
} else := "violated" if {
	was_set(change, argument)
	object.get(after(change), argument, null) != before(change)[argument]
}

was_set(change, argument) if {
	keeps(change)
	not object.get(before(change), argument, null) in {null, "", false}
	object.get(before(change), argument, null) != []
}

finding(change, verdict, problem, fix) := {
	"verdict": verdict,
	"address": change.address,
	"problem": problem,
	"fix": fix,
}

# The same sentence for both verdicts.
how(verdict, problem) := problem if verdict == "violated"

how(verdict, problem) := sprintf("only the apply tells whether %s", [problem]) if verdict == "unknown"
