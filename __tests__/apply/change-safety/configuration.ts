import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

/** The configuration as its YAML says it, as far as edits touch it. */
export interface Configuration {
  organization: { regions: string[] };
  tags: Record<string, string>;
  networks: Record<string, Network>;
  peerings: unknown[];
  accounts: Record<string, Account>;
}

export interface Network {
  formerly?: string;
  zones: string[];
  nat?: string;
  nat_zone?: string;
  ipv6?: boolean;
  ranges?: Record<string, { size?: number }>;
  tiers: Record<string, Tier>;
  endpoints?: Record<string, { type: string; tier?: string }>;
  flows?: Flow[];
}

export interface Tier {
  formerly?: string;
  kind: string;
  subnet_size?: number;
  range?: string;
  groups?: Record<string, { formerly: string }>;
}

export interface Flow {
  from: string;
  to: string;
  port: string;
  why: string;
}

export interface Account {
  id: string;
  unit: string;
  regions?: string[];
  networks?: Record<string, { cidr?: string; lifecycle?: string }>;
  lifecycle?: string;
}

/** A copy of the configuration that every edit starts from. */
export function baseConfiguration(): Configuration {
  return parse(readFileSync(join(__dirname, 'landing-zone.yaml'), 'utf8')) as Configuration;
}

/** A record with another one's entries first, as somebody writes who begins at the top. */
export function putFirst<T>(first: Record<string, T>, rest: Record<string, T>): Record<string, T> {
  return { ...first, ...rest };
}

/** A record with its entries the other way round. */
export function turned<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).reverse());
}
