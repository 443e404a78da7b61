/** The kernel's value and gradient against the textbook log likelihood alone, same model, same run. */
export {};
