import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from "@mantine/core";

/** Pine from light to dark; index 6 is the accent on light ground, 3 the accent on dark ground. */
const pine: MantineColorsTuple = [
  "#e4f0ec",
  "#c6e2d9",
  "#94d3c0",
  "#63c3a9",
  "#43a88d",
  "#2f8b73",
  "#1f6f5c",
  "#185848",
  "#134638",
  "#0d3329",
];

const coral: MantineColorsTuple = [
  "#fbeae8",
  "#f6cfcc",
  "#f4a5a0",
  "#f2776f",
  "#e05a52",
  "#d0463f",
  "#c23a33",
  "#9f2d27",
  "#7c231e",
  "#591915",
];

/** Warm greys; Mantine takes surfaces, lines and quiet text of both schemes from here. */
const gray: MantineColorsTuple = [
  "#fafaf7",
  "#f3f2ed",
  "#eceae3",
  "#e4e2db",
  "#cfccc3",
  "#a5a196",
  "#7d796f",
  "#66635b",
  "#45433d",
  "#1d1c19",
];

const dark: MantineColorsTuple = [
  "#f1efe9",
  "#cfccc3",
  "#a5a196",
  "#7d796f",
  "#4a473f",
  "#33312c",
  "#1e1d1a",
  "#151513",
  "#10100e",
  "#0b0b0a",
];

/** Tokens of the colours that fill something. */
const filledTokens: ReadonlyMap<unknown, string> = new Map([
  ["pine", "accent"],
  ["coral", "danger"],
]);

/** What is filled takes its colours from the tokens: Mantine would judge contrast by the light scheme only. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  const token = filledTokens.get(input.color ?? "pine");
  if (input.variant !== "filled" || !token) return resolved;
  return {
    ...resolved,
    background: `var(--atrium-${token})`,
    hover: `var(--atrium-${token}-strong)`,
    color: `var(--atrium-on-${token})`,
  };
};

export const theme = createTheme({
  variantColorResolver,
  colors: { pine, coral, gray, dark },
  primaryColor: "pine",
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  black: "#1d1c19",
  fontFamily: "var(--atrium-font)",
  fontSizes: { xs: "0.8125rem", sm: "0.875rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  headings: {
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.625rem", lineHeight: "1.25" },
      h2: { fontSize: "1.25rem", lineHeight: "1.3" },
      h3: { fontSize: "1rem", lineHeight: "1.4" },
    },
  },
  defaultRadius: "md",
  radius: { sm: "6px", md: "8px", lg: "12px" },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "24px", xl: "32px" },
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    InputWrapper: { styles: { description: { fontSize: "var(--atrium-size-small)" } } },
    TextInput: { defaultProps: { size: "md" } },
    PasswordInput: { defaultProps: { size: "md" } },
    Textarea: { defaultProps: { size: "md" } },
    Select: { defaultProps: { size: "md" } },
    NumberInput: { defaultProps: { size: "md" } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
    Modal: { defaultProps: { centered: true, radius: "lg" } },
  },
});

const shared = {
  "--mantine-color-body": "var(--atrium-ground)",
  "--mantine-color-text": "var(--atrium-text)",
  "--mantine-color-dimmed": "var(--atrium-quiet)",
  "--mantine-color-placeholder": "var(--atrium-quiet)",
  "--mantine-color-anchor": "var(--atrium-accent)",
  "--mantine-color-error": "var(--atrium-danger)",
  "--mantine-color-default": "var(--atrium-surface)",
  "--mantine-color-default-hover": "var(--atrium-raised)",
  "--mantine-color-default-color": "var(--atrium-text)",
  "--mantine-color-default-border": "var(--atrium-line)",
  "--mantine-color-disabled-color": "var(--atrium-quiet)",
};

/** Lets Mantine's own variables follow the tokens in both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: shared, light: shared, dark: shared });
