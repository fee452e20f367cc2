import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "@/lib/db/migrate";
import { startTestCluster } from "./test-cluster";

declare module "vitest" {
  interface ProvidedContext {
    /** URL of the cluster's `rollcall` database; the template is `rollcall_template`. */
    clusterUrl: string;
  }
}

/** Once a run: one PostgreSQL and one migrated template database, which each test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  const admin = new pg.Client({ connectionString: cluster.url });
  await admin.connect();
  await admin.query("CREATE DATABASE rollcall_template");
  await admin.end();
  const template = new URL(cluster.url);
  template.pathname = "/rollcall_template";
  await migrate(template.href);
  project.provide("clusterUrl", cluster.url);
  return cluster.stop;
}
