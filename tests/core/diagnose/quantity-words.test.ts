import { quantityWords } from "@mmm/core/diagnose/quantity-words.ts";

describe("recorded quantities in words", () => {
  it("name the parameter and the channel, brackets in the channel's own name included", () => {
    expect(quantityWords("retention[TV]")).toEqual({ words: "the carry-over of TV", owner: "TV" });
    expect(quantityWords("slope[TV [old]]")).toEqual({
      words: "the steepness of TV [old]",
      owner: "TV [old]",
    });
    expect(quantityWords("sigma")).toEqual({ words: "the noise", owner: null });
  });

  it("keep the name of what has no words yet", () => {
    expect(quantityWords("peak[TV]").words).toBe("the peak of TV");
    expect(quantityWords("roas: TV").words).toBe("roas: TV");
  });
});
