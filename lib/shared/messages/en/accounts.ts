/** Pages in front of the sign-in: guest page, sign-in, first password, set-up. */
export const accounts = {
  guest: {
    title: "Meetings in your own house",
    text: "Plan a meeting, invite people, see and hear each other. Everything stays on this server.",
    menu: "Account menu",
  },
  signIn: {
    title: "Sign in",
    name: "User name or e-mail address",
    password: "Password",
    action: "Sign in",
    sending: "Signing in",
    locked:
      "This account is locked after too many wrong passwords, until {until}. To get in earlier, ask your administrator to unlock it.",
  },
  firstPassword: {
    title: "Choose your own password",
    text: "You signed in with a password that somebody gave you. Replace it by one that only you know.",
    password: "New password",
    rule: "At least {min} characters, and not your name or address.",
    action: "Save and continue",
    sending: "Saving",
    again: "Sign in again",
  },
  setup: {
    title: "Set up Atrium",
    text: "You make the first account. It runs the portal: it opens accounts for others, hands out licences and unlocks.",
    organization: "Name of your organization",
    firstName: "First name",
    lastName: "Last name",
    email: "E-mail address",
    username: "User name",
    usernameHelp: "Made of your names; you may change it now, not later.",
    password: "Password",
    passwordRule: "At least {min} characters, and not your name or address.",
    action: "Set up and sign in",
    sending: "Setting up",
    closedTitle: "This link does not work any more",
    closedText:
      "It is used up or too old. As long as there is no administrator, the start of the portal prints a new one.",
    closedAction: "Go to sign-in",
  },
  form: {
    showPassword: "Show password",
    hidePassword: "Hide password",
    offline: "The portal cannot be reached. Check your connection and try again.",
    failed: "Something went wrong on our side. Try again; if it happens again, tell your administrator.",
  },
};
