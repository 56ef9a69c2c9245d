# plan/open-groups: no rule of a security group that a plan makes or changes lets everybody in where machines are run.
package terraform.policies.rules.open_groups

import data.terraform.policies.plan
import rego.v1

# Remote administration, file shares, databases, and container engines.
ports := [22, 23, 135, 445, 1433, 1434, 1521, 2375, 2376, 3306, 3389, 5432, 5985, 5986, 6379, 9200, 9300, 11211, 27017]

findings contains plan.finding(entry.change, verdict, problem, fix) if {
	some entry in entries
	served := serves(entry)
	admitted := admits(entry)
	verdict := verdict_of(served, admitted)
	problem := plan.how(verdict, sprintf("%s is open to %s", [port_text(entry), source_text(entry)]))
	fix := "name the addresses that need it, or the group that they have"
}

verdict_of("yes", "yes") := "violated"

verdict_of("yes", "maybe") := "unknown"

verdict_of("maybe", "yes") := "unknown"

verdict_of("maybe", "maybe") := "unknown"

# One form for the three in which rules are written.
entries contains entry if {
	some change in plan.changes
	change.type == "aws_vpc_security_group_ingress_rule"
	plan.makes(change)
	known := plan.after(change)
	marks := plan.unknown(change)
	entry := {
		"change": change,
		"protocol": argument(known, marks, "ip_protocol"),
		"from": argument(known, marks, "from_port"),
		"to": argument(known, marks, "to_port"),
		"blocks": [argument(known, marks, name) | some name in ["cidr_ipv4", "cidr_ipv6"]],
		"lists": [argument(known, marks, "prefix_list_id")],
	}
}

entries contains entry if {
	some change in plan.changes
	change.type == "aws_security_group_rule"
	plan.makes(change)
	plan.after(change).type == "ingress"
	entry := listed(change, plan.after(change), plan.unknown(change))
}

entries contains entry if {
	some change in plan.changes
	change.type in {"aws_default_security_group", "aws_security_group"}
	plan.makes(change)
	some index, known in object.get(plan.after(change), "ingress", [])
	is_object(known)
	entry := listed(change, known, marks_at(change, index))
}

# Rules of which not even the number is known, when somebody wrote them.
findings contains plan.finding(change, "unknown", problem, fix) if {
	some change in plan.changes
	change.type in {"aws_default_security_group", "aws_security_group"}
	plan.makes(change)
	plan.is_written(change, "ingress")
	is_opaque(object.get(plan.unknown(change), "ingress", false))
	problem := "only the apply tells which rules let in"
	fix := "write the rules with literal addresses and ports"
}

is_opaque(marks) if marks == true

is_opaque(marks) if true in marks

marks_at(change, index) := object.get(plan.unknown(change), ["ingress", index], {})

listed(change, known, marks) := {
	"change": change,
	"protocol": argument(known, marks, "protocol"),
	"from": argument(known, marks, "from_port"),
	"to": argument(known, marks, "to_port"),
	"blocks": [block | some name in ["cidr_blocks", "ipv6_cidr_blocks"]; some block in elements(known, marks, name)],
	"lists": elements(known, marks, "prefix_list_ids"),
}

# A value, or that only the apply tells it.
argument(_, marks, name) := {"unknown": true} if object.get(marks, name, false) == true

argument(known, marks, name) := object.get(known, name, null) if not object.get(marks, name, false) == true

elements(known, marks, name) := [{"unknown": true}] if {
	plan.is_open(object.get(marks, name, false))
	not is_array(object.get(known, name, null))
} else := array.concat(told, untold) if {
	told := [element | some element in object.get(known, name, []); element != null]
	untold := [{"unknown": true} | plan.is_open(object.get(marks, name, false))]
}

# Whether it reaches one of the ports.
serves(entry) := "maybe" if {
	is_object(entry.protocol)
} else := "yes" if {
	lower(entry.protocol) in {"-1", "all"}
} else := "no" if {
	not lower(entry.protocol) in {"6", "17", "tcp", "udp"}
} else := "maybe" if {
	some end in [entry.from, entry.to]
	is_object(end)
} else := "yes" if {
	some port in ports
	entry.from <= port
	port <= entry.to
} else := "no"

# Whether everybody may send.
admits(entry) := "yes" if {
	some block in entry.blocks
	is_world(block)
} else := "maybe" if {
	some source in array.concat(entry.blocks, entry.lists)
	is_object(source)
} else := "maybe" if {
	some list in entry.lists
	not list in {null, ""}
} else := "no"

# Nobody has an IPv4 block as wide as /8, or an IPv6 block as wide as /16: halves and quarters of everything are everybody,
# too. Private, local and multicast addresses are no part of the internet.
is_world(block) if {
	is_string(block)
	not contains(block, ":")
	prefix_length(block) <= 8
	every private in {"10.0.0.0/8", "127.0.0.0/8", "224.0.0.0/3"} {
		not net.cidr_contains(private, block)
	}
}

is_world(block) if {
	is_string(block)
	contains(block, ":")
	prefix_length(block) <= 16
	every private in {"fc00::/7", "fe00::/7"} {
		not net.cidr_contains(private, block)
	}
}

prefix_length(block) := 0 if regex.match(`/0+$`, block)

prefix_length(block) := to_number(regex.replace(block, `^.*/0*`, "")) if regex.match(`/0*[1-9][0-9]*$`, block)

port_text(entry) := "a port that only the apply tells" if {
	serves(entry) == "maybe"
} else := "every port" if {
	lower(entry.protocol) in {"-1", "all"}
} else := sprintf("%s/%d", [entry.protocol, entry.from]) if {
	entry.from == entry.to
} else := sprintf("%s/%d-%d", [entry.protocol, entry.from, entry.to])

source_text(entry) := concat(", ", sort(blocks)) if {
	blocks := [block | some block in entry.blocks; is_world(block)]
	count(blocks) > 0
} else := "everybody"
