import type { AuthorizationForm } from "./authorization.ts";
import type { Company, CompanyGroup, Person } from "./company/make-company.ts";
import type { Reporter, Session, Step } from "./session.ts";

export const STAGES = ["test", "provision", "changes", "deactivate", "return", "import", "delete"] as const;

export type Stage = (typeof STAGES)[number];

export const DIALECTS = ["okta", "okta-aiw", "entra", "entra-flagged", "entra-mixed"] as const;

export type Dialect = (typeof DIALECTS)[number];

export type SimulationOptions = {
  base: string;
  /** The connection's token; `user:password` with `auth: "basic"`. */
  token: string;
  auth?: AuthorizationForm;
  users?: number;
  groups?: number;
  seed?: number;
  /** Mail domain of the invented company. */
  domain?: string;
  reporter?: Reporter;
  /** Milliseconds to wait before each request, so that a person can watch. */
  pace?: number;
};

/** A directory that plays its life stage by stage; every stage can be played alone and finds earlier people again. */
export interface Idp {
  readonly company: Company;
  readonly session: Session;
  test(): Promise<void>;
  provision(): Promise<void>;
  changes(): Promise<void>;
  /** Without a name: one person leaves for good and one for a while. */
  deactivate(userName?: string): Promise<void>;
  return(userName?: string): Promise<void>;
  import(): Promise<void>;
  delete(userName?: string): Promise<void>;
}

export type Simulation = {
  dialect: Dialect;
  people: Person[];
  groups: CompanyGroup[];
  steps: Step[];
  complaints: { says: string; message: string }[];
};
