"""VPC flow logs."""
from moto.ec2.responses import flow_logs


def keep_flow_log_destination_options() -> None:
    """aws_flow_log to S3: destination_options isn't returned, so every plan replaces the flow log.

    Amazon EC2 API Reference, FlowLog: "destinationOptions: The destination options.", a DestinationOptionsResponse
    with fileFormat, hiveCompatiblePartitions and perHourPartition.
    """
    original = flow_logs.FlowLogs.create_flow_logs

    def create(self):
        answer = original(self)
        options = self._get_param("DestinationOptions")
        if options:
            for flow_log_id in answer.result["FlowLogIds"]:
                self.ec2_backend.flow_logs[flow_log_id].destination_options = options
        return answer

    flow_logs.FlowLogs.create_flow_logs = create
