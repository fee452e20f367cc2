import { answerAtRouteHandler } from "@/lib/http/scim-route-handler";

export const dynamic = "force-dynamic";

export const GET = answerAtRouteHandler;
export const POST = answerAtRouteHandler;
export const PUT = answerAtRouteHandler;
export const PATCH = answerAtRouteHandler;
export const DELETE = answerAtRouteHandler;
export const HEAD = answerAtRouteHandler;
export const OPTIONS = answerAtRouteHandler;
