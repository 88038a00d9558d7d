extension Money {
    /// The amount in capital numerals (大写金额), as a voucher carries it, without 人民币.
    ///
    /// `壹拾贰万叁仟肆佰伍拾陆元柒角捌分`, `壹佰元整`, `壹佰元零伍分`, `负伍角`. 整 stands after 元 alone;
    /// after 角 it may be left out and is.
    ///
    /// - Source: 中国人民银行《支付结算办法》附一《正确填写票据和结算凭证的基本规定》.
    package var capitals: String {
        let (yuan, cents) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
        let (jiao, coins) = (Int(cents / 10), Int(cents % 10))
        var text = fen < 0 ? "负" : ""
        if yuan > 0 || cents == 0 {
            text += ChineseNumeral.text(of: Int64(yuan), .capital) + "元"
        }
        if cents == 0 { return text + "整" }
        if jiao > 0 { text += ChineseNumeral.digit(jiao, .capital) + "角" }
        if coins > 0 {
            if jiao == 0, yuan > 0 { text += "零" }
            text += ChineseNumeral.digit(coins, .capital) + "分"
        }
        return text
    }
}
