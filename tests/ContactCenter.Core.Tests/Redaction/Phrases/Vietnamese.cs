namespace ContactCenter.Tests.Redaction.Phrases;

/// <summary>What people write in Vietnamese. What must be masked stands in brackets.</summary>
internal static class Vietnamese
{
    public const string Lines = """
        cvv: mã CVV là [123]
        cvv: mã bảo mật [456]
        cvv: cvv của tôi là [789]
        cvv: [321] là mã bảo mật
        cvv: ba số mặt sau thẻ là [555]
        cvv: ma bao mat: [204]
        cvv: số CVC [987]
        exp: ngày hết hạn [12/27]
        exp: hết hạn [08/2028]
        exp: thẻ hết hạn tháng [11/29]
        exp: hạn sử dụng: [10/28]
        exp: ngày hết hạn là [0530]
        exp: hiệu lực đến [03/2027]
        exp: [05/30] là ngày hết hạn
        pin: mã pin là [4821]
        pin: mã PIN thẻ [1234]
        pin: pin của tôi là [9090]
        pin: mật khẩu thẻ là [551200]
        pin: số pin: [0007]
        none: phòng 123
        none: mã bảo mật ở đâu?
        none: đơn hàng 1234 chưa đến
        none: phiếu hết hạn 12/27
        none: hộ chiếu hết hạn 03/2029
        none: hẹn gặp 12/27
        none: giá 123 nghìn
        none: mã bưu điện 700000
        none: mã giảm giá 1234
        none: tôi đợi 300 giây
        none: khuyến mãi hết hạn 12/27
        none: hóa đơn 4821
        none: tôi có 100 điểm
        none: số nhà 456
        none: nhập sai mã pin 3 lần
        """;
}
