/** The activities of the `houseKeeping` workflow. They take nothing and give nothing. */
export type HouseKeepingActivities = {
  anchorChains(): Promise<void>;
  verifyChains(): Promise<void>;
  forgetWrites(): Promise<void>;
};

export type HouseKeepingTask = keyof HouseKeepingActivities;
