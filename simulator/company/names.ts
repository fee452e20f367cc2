/** Names, work and places of an invented company. Data only. */

export const GIVEN_NAMES = [
  "Amara", "Tomás", "Priya", "Jonas", "Mei", "Elif", "Noah", "Ingrid", "Kwame", "Sofia", "Hiroshi", "Clara", "Mateo", "Zanele", "Oskar",
  "Leila", "Callum", "Anaïs", "Ravi", "Freya", "Diego", "Yuki", "Bianca", "Samuel", "Nadia", "Lukas", "Aoife", "Chidi", "Marta", "Viktor",
  "Hana", "Rafael", "Selma", "Ethan", "Ximena", "Aleksander", "Fatima", "Gabriel", "Linnéa", "Dmitri", "Rosa", "Adaeze", "Felix", "Camille",
  "Arjun", "Greta", "Joaquín", "Miriam", "Søren", "Thandiwe", "Isaac", "Paloma", "Emre", "Beatriz", "Henrik", "Noor", "Łukasz", "Olivia",
  "Daichi", "Renée", "Marcus", "Ayesha", "Pavel", "Ines", "Theo", "Wanjiru", "Björn", "Catarina", "Malik", "Johanna", "Andrés", "Shreya",
] as const;

export const FAMILY_NAMES = [
  "Okafor", "Lindqvist", "Moreau", "Tanaka", "Alvarez", "Novák", "Bauer", "Haddad", "Nguyen", "Fitzgerald", "Rossi", "Mbeki", "Sharma", "Petrov",
  "Jansen", "Castillo", "Yıldız", "Bergström", "Chen", "Kowalski", "Duarte", "O’Connor", "Weiss", "Adeyemi", "Larsen", "Marchetti", "Khan",
  "Silva", "Horváth", "Nakamura", "Delgado", "Grant", "Østergaard", "Fontaine", "Mwangi", "Kaur", "Schneider", "Ibarra", "Murphy", "Popescu",
  "Dubois", "Hansen", "Rahman", "Vasquez", "Keller", "Sato", "Bianchi", "Eriksson", "Njoroge", "Walsh", "Pereira", "Müller", "Aydın", "Costa",
  "Brandt", "Ferreira", "Singh", "Holm", "Laurent", "Abiodun", "Torres", "Vogel", "Park", "Mendes", "Jovanović", "Reyes", "Hughes", "Farah",
] as const;

export type Department = { name: string; division: string; costCenter: string; weight: number; head: string; titles: readonly string[] };

export const DEPARTMENTS: readonly Department[] = [
  {
    name: "Engineering", division: "Product", costCenter: "4100", weight: 9, head: "Director of Engineering",
    titles: ["Software Engineer", "Senior Software Engineer", "Staff Engineer", "Site Reliability Engineer", "Quality Engineer", "Security Engineer"],
  },
  {
    name: "Sales", division: "Revenue", costCenter: "2100", weight: 6, head: "Head of Sales",
    titles: ["Account Executive", "Sales Development Representative", "Solutions Consultant", "Sales Operations Analyst"],
  },
  {
    name: "Customer Success", division: "Revenue", costCenter: "2300", weight: 4, head: "Head of Customer Success",
    titles: ["Customer Success Manager", "Support Engineer", "Onboarding Specialist", "Technical Writer"],
  },
  {
    name: "Finance", division: "Operations", costCenter: "1100", weight: 2, head: "Finance Director",
    titles: ["Financial Analyst", "Accountant", "Payroll Specialist", "Procurement Manager"],
  },
  {
    name: "Design", division: "Product", costCenter: "4200", weight: 2, head: "Head of Design",
    titles: ["Product Designer", "Senior Product Designer", "User Researcher", "Design Engineer"],
  },
  {
    name: "People", division: "Operations", costCenter: "1200", weight: 2, head: "Head of People",
    titles: ["People Partner", "Recruiter", "Workplace Coordinator"],
  },
  {
    name: "Information Technology", division: "Operations", costCenter: "1300", weight: 1, head: "IT Manager",
    titles: ["Systems Administrator", "IT Support Specialist", "Identity Engineer"],
  },
];

/** Groups an IT admin would have besides one for each department. */
export const EXTRA_GROUPS = ["All Employees", "Managers", "VPN Users", "GitHub Contributors", "Berlin Office", "New Hires"] as const;

export type Office = { city: string; region: string; country: string; street: string; postalCode: string; locale: string; language: string; phone: string };

export const OFFICES: readonly Office[] = [
  { city: "Berlin", region: "BE", country: "DE", street: "Torstraße 140", postalCode: "10119", locale: "de-DE", language: "de-DE", phone: "+49 30 555" },
  { city: "Austin", region: "TX", country: "US", street: "600 Congress Avenue", postalCode: "78701", locale: "en-US", language: "en-US", phone: "+1 512 555" },
  { city: "Lisbon", region: "Lisboa", country: "PT", street: "Rua Augusta 27", postalCode: "1100-048", locale: "pt-PT", language: "pt-PT", phone: "+351 21 555" },
  { city: "Toronto", region: "ON", country: "CA", street: "82 Peter Street", postalCode: "M5V 2G5", locale: "en-CA", language: "en-CA", phone: "+1 416 555" },
];
