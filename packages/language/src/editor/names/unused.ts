/** The name, or where that is taken the first of `name_2`, `name_3` … that isn't. */
export function unused(name: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(name)) return name;
  let count = 2;
  while (isTaken(`${name}_${count}`)) count++;
  return `${name}_${count}`;
}
