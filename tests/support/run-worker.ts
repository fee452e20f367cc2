// A webhook worker as a process of its own, on DATABASE_URL, for tests that kill it.
import { startWebhookWorker } from "@/lib/webhooks/worker";

startWebhookWorker("project-test");
