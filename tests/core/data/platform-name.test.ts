import { isNameless, isPlatformFile, platformName } from "@mmm/core/data/platform-name.ts";

describe("platformName (C-01)", () => {
  it.each([
    ["campaign_spend_google.csv", "google"],
    ["Meta-Ads-Report_2024-01.xlsx", "Meta Ads"],
    ["google_de_2023.csv", "google"],
    ["tv_invoice.csv", "tv"],
    ["export.csv", "export"],
  ])("%s is of %s", (file, name) => {
    expect(platformName(file)).toBe(name);
  });

  it("knows platforms from shops", () => {
    expect(isPlatformFile("google_ads.csv")).toBe(true);
    expect(isPlatformFile("shop.csv")).toBe(false);
  });

  it("sees that a spend header tells no channel", () => {
    expect(["Cost", "Net cost", "Amount spent (EUR)", "Kosten"].every(isNameless)).toBe(true);
    expect(isNameless("TV cost")).toBe(false);
  });
});
