"""Clients into the accounts of the emulated organisation."""
import os

# moto hooks into botocore's sessions as they are made, so it comes before the first.
import moto  # noqa: F401
import boto3

REGION = "eu-west-1"
HOME = "123456789012"
OTHER = "222222222222"

os.environ.update(AWS_ACCESS_KEY_ID="test", AWS_SECRET_ACCESS_KEY="test", AWS_EC2_METADATA_DISABLED="true")

# One session for all: reading the description of EC2 takes longer than any of the tests.
SESSION = boto3.Session()
for name in ("ec2", "s3", "sts"):
    SESSION.client(name, region_name=REGION)


def client(service: str, account: str = HOME):
    """A client that acts in `account`, as Terraform's assume_role does."""
    if account == HOME:
        return SESSION.client(service, region_name=REGION)
    role = f"arn:aws:iam::{account}:role/bootstrap"
    keys = SESSION.client("sts", region_name=REGION).assume_role(RoleArn=role, RoleSessionName="test")["Credentials"]
    return SESSION.client(
        service,
        region_name=REGION,
        aws_access_key_id=keys["AccessKeyId"],
        aws_secret_access_key=keys["SecretAccessKey"],
        aws_session_token=keys["SessionToken"],
    )


def vpc(ec2, cidr: str = "10.0.0.0/16", **options) -> str:
    """The id of a new VPC."""
    return ec2.create_vpc(CidrBlock=cidr, **options)["Vpc"]["VpcId"]


def group(ec2, vpc_id: str) -> str:
    """The id of a new security group."""
    return ec2.create_security_group(GroupName="app", Description="app", VpcId=vpc_id)["GroupId"]
