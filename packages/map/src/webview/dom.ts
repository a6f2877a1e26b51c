/** Sets an attribute where it isn't so already: nothing that watches the page hears of what stays the same. */
export function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
