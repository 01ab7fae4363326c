export declare const rules: readonly { readonly name: string }[];
