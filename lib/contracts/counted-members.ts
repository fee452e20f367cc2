/** How far the portal counts whom a search or a filter finds: nobody pages further than that. */
export const countedMembers = 5000;
