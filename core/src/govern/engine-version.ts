/** The version of the method's code: part of every run key, equal to the packages' version. */
export const ENGINE_VERSION: string = "0.1.0";
