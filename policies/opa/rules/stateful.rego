# plan/stateful: nothing that holds data is destroyed, replaced, or kept for a shorter time.
package terraform.policies.rules.stateful

import data.terraform.policies.plan
import rego.v1

# Keys have a rule of their own.
types := {
	"aws_acmpca_certificate_authority", "aws_backup_vault", "aws_cloudhsm_v2_cluster", "aws_cloudwatch_log_group",
	"aws_codecommit_repository", "aws_cognito_user_pool", "aws_db_cluster_snapshot", "aws_db_instance", "aws_db_snapshot",
	"aws_directory_service_directory", "aws_docdb_cluster", "aws_docdbelastic_cluster", "aws_dsql_cluster",
	"aws_dynamodb_global_table", "aws_dynamodb_table", "aws_ebs_snapshot", "aws_ebs_volume", "aws_ecr_repository",
	"aws_efs_file_system", "aws_elasticache_cluster", "aws_elasticache_replication_group", "aws_elasticsearch_domain",
	"aws_fsx_lustre_file_system", "aws_fsx_ontap_file_system", "aws_fsx_ontap_volume", "aws_fsx_openzfs_file_system",
	"aws_fsx_openzfs_volume", "aws_fsx_windows_file_system", "aws_glacier_vault", "aws_keyspaces_table",
	"aws_kinesis_stream", "aws_lightsail_database", "aws_memorydb_cluster", "aws_mq_broker", "aws_msk_cluster",
	"aws_neptune_cluster", "aws_opensearch_domain", "aws_qldb_ledger", "aws_rds_cluster", "aws_rds_global_cluster",
	"aws_redshift_cluster", "aws_redshiftserverless_namespace", "aws_s3_bucket", "aws_s3_directory_bucket",
	"aws_s3tables_table", "aws_s3tables_table_bucket", "aws_secretsmanager_secret", "aws_sqs_queue",
	"aws_timestreamwrite_database", "aws_timestreamwrite_table",
}

# How long something is kept. What is never deleted has 0 in some.
retentions := {
	"aws_cloudwatch_log_group": {"argument": "retention_in_days", "forever": 0},
	"aws_db_instance": {"argument": "backup_retention_period"},
	"aws_docdb_cluster": {"argument": "backup_retention_period"},
	"aws_neptune_cluster": {"argument": "backup_retention_period"},
	"aws_rds_cluster": {"argument": "backup_retention_period"},
	"aws_redshift_cluster": {"argument": "automated_snapshot_retention_period"},
}

findings contains plan.finding(change, "violated", problem, fix) if {
	some change in plan.changes
	change.type in types
	problem := sprintf("the plan %s, and what it holds is lost", [plan.loss(change)])
	fix := "keep it: a moved block where it has another address, another change where one argument forces the replacement"
}

findings contains plan.finding(change, "violated", problem, fix) if {
	some change in plan.changes
	argument := retentions[change.type].argument
	plan.keeps(change)
	not plan.is_unknown(change, argument)
	[was, will_be] := [days(change, side) | some side in ["before", "after"]]
	length(change, will_be) < length(change, was)
	problem := sprintf("%s is shortened from %d to %d, and what is older is deleted", [argument, was, will_be])
	fix := sprintf("leave %s as it is", [argument])
}

findings contains plan.finding(change, "unknown", problem, fix) if {
	some change in plan.changes
	argument := retentions[change.type].argument
	plan.keeps(change)
	plan.is_unknown(change, argument)
	length(change, days(change, "before")) > 0
	problem := sprintf("only the apply tells whether %s is shortened, and what is older is deleted", [argument])
	fix := sprintf("set %s to a number", [argument])
}

# What is left out is 0.
days(change, name) := number if {
	number := plan.side(change, name)[_argument(change)]
	is_number(number)
} else := 0

_argument(change) := retentions[change.type].argument

# What is kept for ever is kept for longer than any number says.
length(change, number) := 1000000 if {
	number == object.get(retentions[change.type], "forever", null)
} else := number
