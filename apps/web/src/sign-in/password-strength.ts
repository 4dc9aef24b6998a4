/** The policy of the server: so many characters, whatever they are. */
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;

export type PasswordStrength = 'tooShort' | 'tooLong' | 'weak' | 'fair' | 'strong';

/** What people type first, and so do those who guess. */
const FREQUENT = /(azerty|qwerty|motdepasse|password|bonjour|soleil|123456|abcdef|relance|welcome|bienvenue)/;

/** Letters and digits, as guessers see through « m0t d3 p@sse ». */
function plain(text: string): string {
  const digits: Record<string, string> = {
    '0': 'o',
    '1': 'i',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '@': 'a',
    $: 's',
  };
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[01345@$]/g, (sign) => digits[sign] ?? sign)
    .replace(/[^a-z0-9]/g, '');
}

/**
 * How hard a password is to guess, roughly: how long it is and how many different characters it has counts; what
 * everybody types, or one's own name, counts little. A hint while typing, never a refusal: that is the server's.
 * @param own name and e-mail address, as far as they are known
 */
export function passwordStrength(text: string, own: readonly string[] = []): PasswordStrength {
  const length = [...text].length;
  if (length < PASSWORD_MIN) return 'tooShort';
  if (length > PASSWORD_MAX) return 'tooLong';
  const different = new Set(text).size;
  const guessed = plain(text);
  const mine = own
    .flatMap((each) => each.split(/[\s@.]+/))
    .map(plain)
    .filter((word) => word.length > 3);
  const known = FREQUENT.test(text.toLowerCase().replace(/\s/g, '')) || FREQUENT.test(guessed);
  if (different < 6) return 'weak';
  if ((known || mine.some((word) => guessed.includes(word))) && length < 20) return 'weak';
  return length >= 16 && different >= 9 ? 'strong' : 'fair';
}
