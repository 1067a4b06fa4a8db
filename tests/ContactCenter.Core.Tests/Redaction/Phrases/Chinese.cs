namespace ContactCenter.Tests.Redaction.Phrases;

/// <summary>What people write in Chinese. What must be masked stands in brackets.</summary>
internal static class Chinese
{
    public const string Lines = """
        cvv: 安全码是[123]
        cvv: 安全碼：[456]
        cvv: 我的CVV是[789]
        cvv: 背面三位数 [321]
        cvv: [555]是我的安全码
        cvv: 信用卡安全码[204]
        cvv: 卡片背面后三位是[987]
        cvv: 卡的验证码是[642]
        exp: 有效期[12/27]
        exp: 有效期至[2027年12月]
        exp: 卡的有效期是[08/28]
        exp: 到期日：[11/2029]
        exp: 有效期限 [0530]
        exp: [05/30]是有效期
        pin: 取款密码[123456]
        pin: 我的卡密码是[482155]
        pin: 密码：[1234]
        pin: 提款密碼是[9090]
        pin: 支付密码为[551200]
        none: 订单号1234
        none: 房间号302
        none: 安全码在哪里
        none: 优惠券有效期12/27
        none: 护照有效期到2027年3月
        none: 验证码482913
        none: 密码错了3次
        none: 12/27见
        none: 2024年注册的
        none: 一共123元
        none: 邮编100080
        none: 优惠码1234
        none: 我等了300秒
        none: 背面没有数字
        none: 地址是456号
        """;
}
