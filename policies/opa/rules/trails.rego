# plan/trails: no trail ends, is switched off, looks at less, or delivers elsewhere.
package terraform.policies.rules.trails

import data.terraform.policies.plan
import rego.v1

switches := {
	"aws_cloudtrail": {
		"enable_log_file_validation", "enable_logging", "include_global_service_events", "is_multi_region_trail",
		"is_organization_trail",
	},
	"aws_cloudtrail_event_data_store": {"multi_region_enabled", "organization_enabled", "termination_protection_enabled"},
}

# Where it delivers: what others read and hold against alarms.
destinations := {"cloud_watch_logs_group_arn", "s3_bucket_name", "s3_key_prefix"}

findings contains plan.finding(change, "violated", problem, "keep it") if {
	some change in plan.changes
	change.type in object.keys(switches)
	problem := sprintf("the plan %s, and what happens meanwhile is recorded by nobody", [plan.loss(change)])
}

findings contains plan.finding(change, verdict, problem, sprintf("set %s = true", [argument])) if {
	some change in plan.changes
	some argument in switches[change.type]
	verdict := plan.switched(change, argument)
	problem := plan.how(verdict, sprintf("%s is switched off", [argument]))
}

findings contains plan.finding(change, verdict, problem, sprintf("leave %s as it is", [argument])) if {
	some change in plan.changes
	change.type == "aws_cloudtrail"
	some argument in destinations
	verdict := plan.moved(change, argument)
	problem := plan.how(verdict, sprintf("%s is changed, and it delivers elsewhere", [argument]))
}

findings contains plan.finding(change, verdict, problem, "leave retention_period as it is") if {
	some change in plan.changes
	change.type == "aws_cloudtrail_event_data_store"
	verdict := shortened(change)
	problem := plan.how(verdict, "retention_period is shortened, and what is older is deleted")
}

shortened(change) := "unknown" if {
	plan.keeps(change)
	plan.is_unknown(change, "retention_period")
} else := "violated" if {
	plan.keeps(change)
	plan.after(change).retention_period < plan.before(change).retention_period
}

findings contains plan.finding(change, verdict, problem, "leave the selectors as they are, and add others beside them") if {
	some change in plan.changes
	change.type in object.keys(switches)
	plan.keeps(change)
	verdict := narrowed(change)
	problem := plan.how(verdict, "its selectors are narrowed")
}

selectors := {"advanced_event_selector", "event_selector"}

narrowed(change) := "unknown" if {
	some argument in selectors
	plan.is_unknown(change, argument)
} else := "violated" if {
	some was in seen(plan.before(change))
	not is_seen(was, seen(plan.after(change)))
}

is_seen(was, those) if {
	some other in those
	covers(other, was)
}

# What a trail looks at: basic selectors taken apart, advanced ones as they are. Without any, all management events.
seen(values) := basic(values) | advanced(values)

list(values, name) := value if {
	value := object.get(values, name, null)
	is_array(value)
} else := []

basic(values) := {{"kind": "management", "read_write": type, "without": []} | some type in {"ReadOnly", "WriteOnly"}} if {
	count(list(values, "event_selector")) + count(list(values, "advanced_event_selector")) == 0
} else := management | data_events if {
	management := {{"kind": "management", "read_write": type, "without": without} |
		some selector in list(values, "event_selector")
		object.get(selector, "include_management_events", true) != false
		some type in types_of(selector)
		without := list(selector, "exclude_management_event_sources")
	}
	data_events := {{"kind": "data", "read_write": type, "type": resource.type, "value": value} |
		some selector in list(values, "event_selector")
		some type in types_of(selector)
		some resource in list(selector, "data_resource")
		some value in list(resource, "values")
	}
}

types_of(selector) := {"ReadOnly", "WriteOnly"} if object.get(selector, "read_write_type", "All") in {"All", null, ""}

types_of(selector) := {type} if {
	type := selector.read_write_type
	type in {"ReadOnly", "WriteOnly"}
}

advanced(values) := {{"kind": "advanced", "fields": list(selector, "field_selector")} |
	some selector in list(values, "advanced_event_selector")
}

# Whether one looks at all that another one looked at.
covers(one, other) if {
	one.kind == "management"
	other.kind == "management"
	one.read_write == other.read_write
	every source in one.without {
		source in other.without
	}
}

covers(one, other) if {
	one.kind == "data"
	other.kind == "data"
	one.read_write == other.read_write
	one.type == other.type
	startswith(other.value, one.value)
}

# Each of its conditions is one of the other's, or asks for less.
covers(one, other) if {
	one.kind == "advanced"
	other.kind == "advanced"
	every field in one.fields {
		some narrower in other.fields
		narrower.field == field.field
		asks_less(field, narrower)
	}
}

# Advanced selectors of management events alone, without any other condition, are what a trail looks at by default.
covers(one, other) if {
	one.kind == "advanced"
	other.kind == "management"
	every field in one.fields {
		field.field == "eventCategory"
		field.equals == ["Management"]
		count(conditions(field)) == 1
	}
}

wanted := {"ends_with", "equals", "starts_with"}

unwanted := {"not_ends_with", "not_equals", "not_starts_with"}

conditions(field) := {name |
	some name in (wanted | unwanted)
	count(list(field, name)) > 0
}

asks_less(field, narrower) if {
	every name in wanted {
		is_wider(list(field, name), list(narrower, name))
	}
	every name in unwanted {
		every value in list(field, name) {
			value in list(narrower, name)
		}
	}
}

# Values to choose from: none at all ask for nothing.
is_wider([], _)

is_wider(values, narrower) if {
	count(narrower) > 0
	every value in narrower {
		value in values
	}
}
