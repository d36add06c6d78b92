import { useText } from "../text/text";

const long = {
  nl: "Arbeidsongeschiktheidsverzekeringsmaatschappijvertegenwoordiger",
  en: "Counterdisestablishmentarianisminternationalisationrepresentative",
};

/** Invented words to show the building blocks with, in the language that is shown. */
export function useWords() {
  const { language } = useText();
  return {
    say: (nl: string, en: string) => (language === "nl" ? nl : en),
    /** One word that fits nowhere. */
    long: long[language],
  };
}
