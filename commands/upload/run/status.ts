import type { RunState } from '../api/host';

/** @source HCP Terraform API reference, Run States */
const OVER = ['planned_and_finished', 'applied', 'errored', 'canceled', 'force_canceled', 'discarded'];
/** A policy that may be overridden waits for somebody to do so. */
const UNDECIDED = ['policy_override', 'policy_soft_failed', 'post_plan_awaiting_decision'];
const APPLYING = [
  'confirmed',
  'queuing_apply',
  'apply_queued',
  'pre_apply_running',
  'pre_apply_completed',
  'applying',
  'applied',
];

/** Nothing happens to it any more. */
export const isOver = ({ status }: RunState): boolean => OVER.includes(status);

/** Its policies wait for a decision, and they have not passed. */
export const isUndecided = ({ status }: RunState): boolean => UNDECIDED.includes(status);

/** It was confirmed, by whomever. */
export const isApplying = ({ status }: RunState): boolean => APPLYING.includes(status);

/** The plan and all that judges it are done. */
export const isPlanned = (run: RunState): boolean => isOver(run) || isUndecided(run) || run.isConfirmable || isApplying(run);
