import { Agent } from "undici";
import { guardedLookup } from "./guarded-lookup";

/**
 * The connections on which Rollcall calls receivers that other people name: kept open between calls, one request at a time on each,
 * made to an address that was checked when its name was resolved. Together with `refuseLiteral`. Whoever calls sets the time limit
 * and how many calls a receiver has at once. undici, since a call through node:http costs twice the CPU (bench/NOTES.md, step 12).
 */
export const outboundAgent = new Agent({ connect: { lookup: guardedLookup, timeout: 15_000 }, pipelining: 1, headersTimeout: 0, bodyTimeout: 0 });
