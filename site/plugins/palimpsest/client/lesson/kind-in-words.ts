const kinds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: { note: 'note', tip: 'tip', info: 'info', warning: 'warning', danger: 'danger', caution: 'caution' },
  ur: { note: 'نوٹ', tip: 'مشورہ', info: 'معلومات', warning: 'خبردار', danger: 'خطرہ', caution: 'احتیاط' },
}

/** The kind of an admonition, in the language of its text; undefined where that has no word for it, and the page's will do. */
export function kindInWords(kind: string, language: string): string | undefined {
  return kinds[language]?.[kind]
}
