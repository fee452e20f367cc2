import { checkHealth } from "@/lib/installation/check-health";

export const dynamic = "force-dynamic";

/** For load balancers and scripts: 200 once requests can be answered, 503 until then and while the database is away. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  return Response.json(health, { status: health.status === "ok" ? 200 : 503, headers: { "cache-control": "no-store" } });
}
