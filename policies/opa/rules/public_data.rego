# plan/public-data: no database, snapshot or bucket becomes everybody's.
package terraform.policies.rules.public_data

import data.terraform.policies.plan
import data.terraform.policies.policy_text
import rego.v1

machines := {
	"aws_db_instance", "aws_dms_replication_instance", "aws_mq_broker", "aws_neptune_cluster_instance",
	"aws_rds_cluster", "aws_rds_cluster_instance", "aws_redshift_cluster", "aws_redshiftserverless_workgroup",
}

blocks := {"aws_s3_account_public_access_block", "aws_s3_bucket_public_access_block"}

switches := {"block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"}

# What says who may see something, and the words for everybody.
words := {
	"aws_ami_launch_permission": {"argument": "group", "open": {"all"}},
	"aws_db_cluster_snapshot": {"argument": "shared_accounts", "open": {"all"}},
	"aws_db_snapshot": {"argument": "shared_accounts", "open": {"all"}},
	"aws_ebs_snapshot_block_public_access": {"argument": "state", "open": {"unblocked"}},
	"aws_ec2_image_block_public_access": {"argument": "state", "open": {"unblocked"}},
	"aws_s3_bucket": {"argument": "acl", "open": canned},
	"aws_s3_bucket_acl": {"argument": "acl", "open": canned},
}

canned := {"authenticated-read", "public-read", "public-read-write"}

guards := {"aws_ebs_snapshot_block_public_access", "aws_ec2_image_block_public_access"} | blocks

texts := {"aws_s3_bucket", "aws_s3_bucket_policy"}

findings contains plan.finding(change, verdict, problem, "set publicly_accessible = false") if {
	some change in plan.changes
	change.type in machines
	plan.makes(change)
	verdict := shown(change)
	problem := plan.how(verdict, "it has a public address")
}

shown(change) := "unknown" if plan.is_written_unknown(change, "publicly_accessible")

shown(change) := "violated" if plan.after(change).publicly_accessible == true

findings contains plan.finding(change, "violated", problem, "keep it for as long as anything lies behind it") if {
	some change in plan.changes
	change.type in guards
	problem := sprintf("the plan %s, and nothing keeps what lies behind it from the public", [plan.loss(change)])
}

findings contains plan.finding(change, verdict, problem, sprintf("set %s = true", [argument])) if {
	some change in plan.changes
	change.type in blocks
	plan.makes(change)
	some argument in switches
	verdict := opened(change, argument)
	problem := plan.how(verdict, sprintf("%s is false", [argument]))
}

opened(change, argument) := "unknown" if plan.is_unknown(change, argument)

opened(change, argument) := "violated" if {
	not plan.is_unknown(change, argument)
	not object.get(plan.after(change), argument, null) == true
}

findings contains plan.finding(change, verdict, problem, "name the accounts that need it") if {
	some change in plan.changes
	plan.makes(change)
	{"argument": argument, "open": open} := words[change.type]
	verdict := said(change, argument, open)
	problem := plan.how(verdict, sprintf("%s names everybody", [argument]))
}

said(change, argument, open) := "violated" if {
	some word in policy_text.listed(object.get(plan.after(change), argument, null))
	word in open
} else := "unknown" if {
	plan.is_written_unknown(change, argument)
}

findings contains plan.finding(change, verdict, problem, "name principals, or confine them by aws:PrincipalOrgID") if {
	some change in plan.changes
	change.type in texts
	plan.makes(change)
	verdict := admits(change)
	problem := plan.how(verdict, "its policy lets everybody in")
}

admits(change) := "violated" if {
	count(policy_text.open_statements(object.get(plan.after(change), "policy", null))) > 0
} else := "unknown" if {
	plan.is_written_unknown(change, "policy")
} else := "unknown" if {
	policy_text.is_broken(object.get(plan.after(change), "policy", null))
}
