// `npm run --silent rollcall -- …`, bundled into dist/rollcall.js.
import { Command } from "commander";
import { addAdminCommand } from "./commands/admin";
import { addConnectionCommand } from "./commands/connection";
import { addCredentialCommand } from "./commands/credential";
import { addDemoCommand } from "./commands/demo";
import { addOperatorCommand } from "./commands/operator";
import { addOrganizationCommand } from "./commands/organization";
import { addSigningKeyCommand } from "./commands/signing-key";

const program = new Command("rollcall")
  .description("Manages an installation from the command line, whether it is running or stopped.")
  .configureHelp({ showGlobalOptions: false });

addConnectionCommand(program);
addOrganizationCommand(program);
addOperatorCommand(program);
addAdminCommand(program);
addCredentialCommand(program);
addSigningKeyCommand(program);
addDemoCommand(program);

await program.parseAsync();
