export const shell = {
  skipToContent: "Skip to the content",
  sections: "Sections",
  home: "Home",
  meetings: "Meetings",
  calls: "Call history",
  settings: "Settings",
  controlPanel: "Control panel",
  backToPortal: "Back to the portal",
  profileSettings: "Profile settings",
  signOut: "Sign out",
  notFound: {
    title: "There is nothing here",
    text: "The address is wrong, or the page is not open to you.",
    action: "Go to the main page",
    signIn: "Sign in",
  },
  failed: {
    title: "This page could not be shown",
    text: "Something went wrong on our side. What you saved before is safe. Try again; if it stays like this, tell your administrator.",
    number: "Number of the fault: {digest}",
    action: "Try again",
  },
  offline: {
    lost: "The connection is lost. What you see may be out of date; it comes back by itself.",
    back: "The connection is back.",
  },
  problem: {
    offline: "The portal cannot be reached. Check your connection and try again; nothing was lost.",
    internal: "Something went wrong on our side. Nothing was changed.",
  },
};
