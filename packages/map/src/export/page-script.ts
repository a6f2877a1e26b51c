/**
 * What the exported page does: it chooses the view, searches, and zooms. It is written into the page as text, so it
 * refers to nothing outside itself.
 */
export function pageScript(): void {
  const all = <E extends Element>(selector: string): E[] => [...document.querySelectorAll<E>(selector)];
  const tabs = all<HTMLButtonElement>('[role=tab]');
  const pictures = all<SVGSVGElement>('main > section > svg');
  let zoom = 1;

  const show = (chosen: HTMLButtonElement): void => {
    for (const tab of tabs) {
      const isChosen = tab === chosen;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      document.getElementById(tab.getAttribute('aria-controls') ?? '')?.toggleAttribute('hidden', !isChosen);
    }
  };
  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener('click', () => show(tab));
    tab.addEventListener('keydown', ({ key }) => {
      const back = document.documentElement.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
      const step = key === back ? -1 : key === 'ArrowLeft' || key === 'ArrowRight' ? 1 : 0;
      const next = tabs[(index + step + tabs.length) % tabs.length];
      if (step === 0 || !next) return;
      show(next);
      next.focus();
    });
  }

  const search = document.querySelector('input');
  search?.addEventListener('input', () => {
    const wanted = search.value.trim().toLocaleLowerCase();
    let first: Element | undefined;
    for (const item of all<SVGGElement>('.jm-item')) {
      const name = item.querySelector('title')?.textContent.toLocaleLowerCase() ?? '';
      const isFound = wanted !== '' && name.includes(wanted);
      item.classList.toggle('jm-found', isFound);
      if (isFound && !item.closest('[hidden]')) first ??= item;
    }
    document.documentElement.classList.toggle('searching', wanted !== '');
    first?.scrollIntoView({ block: 'center', inline: 'center' });
  });

  const sizes = pictures.map((picture) => picture.width.baseVal.value);
  const scale = (factor: number): void => {
    zoom = Math.min(3, Math.max(0.2, factor));
    pictures.forEach((picture, index) => {
      picture.style.width = `${(sizes[index] ?? 0) * zoom}px`;
      picture.style.height = 'auto';
    });
  };
  for (const button of all<HTMLButtonElement>('[data-zoom]')) {
    button.addEventListener('click', () => {
      const by = Number(button.dataset['zoom']);
      scale(by === 0 ? 1 : zoom * by);
    });
  }
}
