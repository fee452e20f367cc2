/** Forms of Latin letters, digits and signs that are as wide as a Chinese character, and half as wide ones of Asian scripts. */
const otherWidths = /[\u3000\uff01-\uffee]/g;

/**
 * What makes two user names the same: neither case nor width nor the way in which accents are composed (RFC 7644 section 5, which asks for the
 * UsernameCaseMapped profile of RFC 7613, section 3.2.2). What it forbids, such as spaces, is let in: IdPs send it.
 */
export function foldUserName(userName: string): string {
  return userName.replace(otherWidths, (character) => character.normalize("NFKC")).toLowerCase().normalize("NFC");
}
