import { DEPARTMENTS, EXTRA_GROUPS, FAMILY_NAMES, GIVEN_NAMES, OFFICES, type Department, type Office } from "./names.ts";
import { random, type Random } from "./random.ts";

export type Person = {
  givenName: string;
  familyName: string;
  displayName: string;
  userName: string;
  title: string;
  department: string;
  division: string;
  costCenter: string;
  employeeNumber: string;
  office: Office;
  phone: string;
  mobile: string;
  /** userName of the manager; the head of the company has none. */
  manager: string | null;
  oktaId: string;
  entraId: string;
};

export type CompanyGroup = { name: string; oktaId: string; entraId: string; /** userNames */ members: string[] };

export type Company = { people: Person[]; groups: CompanyGroup[] };

/**
 * An invented company: the same people and groups for the same seed, so that a later run finds the people of an earlier one.
 * Everyone has a department, a title, an office and a manager; a group exists for each department, then for other things.
 */
export function makeCompany({ users, groups, seed, domain }: { users: number; groups: number; seed: number; domain: string }): Company {
  const dice = random(seed);
  const people = makePeople(users, dice, domain);
  return { people, groups: makeGroups(groups, people, dice) };
}

function makePeople(count: number, dice: Random, domain: string): Person[] {
  const taken = new Set<string>();
  const heads = new Map<string, string>();
  const people: Person[] = [];
  for (let index = 0; index < count; index += 1) {
    const department = pickDepartment(index, dice);
    const head = heads.get(department.name);
    const person = makePerson({ index, department, isHead: head === undefined, dice, domain, taken });
    person.manager = head ?? people[0]?.userName ?? null;
    if (head === undefined) heads.set(department.name, person.userName);
    people.push(person);
  }
  return people;
}

/** The first people fill the departments in order, so that small companies have a full first group. */
function pickDepartment(index: number, dice: Random): Department {
  const first = DEPARTMENTS[index];
  if (first && index < 3) return first;
  return dice.pick(DEPARTMENTS.flatMap((department) => Array.from({ length: department.weight }, () => department)));
}

function makePerson(making: { index: number; department: Department; isHead: boolean; dice: Random; domain: string; taken: Set<string> }): Person {
  const { index, department, isHead, dice, domain, taken } = making;
  const { givenName, familyName, userName } = pickName(dice, domain, taken);
  const office = dice.pick(OFFICES);
  return {
    givenName,
    familyName,
    displayName: `${givenName} ${familyName}`,
    userName,
    title: isHead ? department.head : dice.pick(department.titles),
    department: department.name,
    division: department.division,
    costCenter: department.costCenter,
    employeeNumber: String(10_001 + index),
    office,
    phone: `${office.phone} ${String(1000 + dice.below(9000))}`,
    mobile: `${office.phone} ${String(1000 + dice.below(9000))}`,
    manager: null,
    oktaId: `00u${dice.base62(17)}`,
    entraId: dice.uuid(),
  };
}

function pickName(dice: Random, domain: string, taken: Set<string>): { givenName: string; familyName: string; userName: string } {
  const givenName = dice.pick(GIVEN_NAMES);
  const familyName = dice.pick(FAMILY_NAMES);
  const plain = `${asciiOf(givenName)}.${asciiOf(familyName)}`;
  let userName = `${plain}@${domain}`;
  for (let copy = 2; taken.has(userName); copy += 1) userName = `${plain}${String(copy)}@${domain}`;
  taken.add(userName);
  return { givenName, familyName, userName };
}

const LETTERS: Record<string, string> = { ø: "o", ł: "l", ı: "i", ß: "ss", æ: "ae", đ: "d" };

function asciiOf(name: string): string {
  const lower = name.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  return [...lower].map((letter) => LETTERS[letter] ?? letter).join("").replace(/[^a-z]/g, "");
}

function makeGroups(count: number, people: Person[], dice: Random): CompanyGroup[] {
  return Array.from({ length: count }, (_, index) => {
    const department = DEPARTMENTS[index];
    const extra = EXTRA_GROUPS[index - DEPARTMENTS.length];
    const name = department?.name ?? extra ?? `Project ${String(index - DEPARTMENTS.length - EXTRA_GROUPS.length + 1)}`;
    const members = people.filter((person) => belongs(person, name, Boolean(department), dice)).map((person) => person.userName);
    return { name, oktaId: `00g${dice.base62(17)}`, entraId: dice.uuid(), members };
  });
}

function belongs(person: Person, group: string, isDepartment: boolean, dice: Random): boolean {
  if (isDepartment) return person.department === group;
  if (group === "All Employees") return true;
  if (group === "Berlin Office") return person.office.city === "Berlin";
  if (group === "Managers") return /Head|Director|Manager/.test(person.title);
  return dice.below(3) === 0;
}
