/** A person's own settings. */
export const settings = {
  region: {
    title: "Language and time zone",
    language: "Language",
    languageHelp: "Of the pages, and of the mails you get.",
    browser: "As the browser asks for",
    en: "English",
    de: "Deutsch",
    timeZone: "Time zone",
    timeZoneHelp: "All times are shown in it.",
    save: "Save language and time zone",
    saved: "Language and time zone are saved.",
  },
  password: {
    title: "Password",
    note: "Changing it signs you out on all other devices.",
    old: "Your password now",
    new: "New password",
    rule: "At least {min} characters, and not your name or address.",
    change: "Change password",
    repeat: "New password once more",
    apply: "Apply",
    required: "Fill in this field.",
    differs: "This is not the same as the new password.",
    saved: "The password is changed. All other devices are signed out.",
  },
};
