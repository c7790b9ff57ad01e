// A button beside each address that people copy to send.

{
  const { button, live, w } = playbook;

  // Without a secure connection the browser has no clipboard to offer: select, and copy that.
  async function copy(link) {
    if (navigator.clipboard) return navigator.clipboard.writeText(link.href);
    getSelection().selectAllChildren(link);
    document.execCommand("copy");
  }

  for (const link of document.querySelectorAll("[data-copy]")) {
    const press = button(w("js-copy"), async () => {
      await copy(link);
      press.textContent = live.textContent = w("js-copied");
    });
    link.after(" ", press, live);
  }
}
