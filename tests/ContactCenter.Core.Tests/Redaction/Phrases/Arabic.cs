namespace ContactCenter.Tests.Redaction.Phrases;

/// <summary>What people write in Arabic. What must be masked stands in brackets.</summary>
internal static class Arabic
{
    public const string Lines = """
        cvv: رمز الأمان [123]
        cvv: رمز الامان هو [456]
        cvv: CVV هو [789]
        cvv: [321] هو رمز الأمان
        cvv: كود الأمان: [555]
        cvv: الأرقام الثلاثة خلف البطاقة [204]
        cvv: رمز الأمان [١٢٣]
        exp: تاريخ الانتهاء [12/27]
        exp: تاريخ انتهاء البطاقة [08/2028]
        exp: صالحة حتى [11/29]
        exp: تاريخ الانتهاء هو [مارس 2027]
        exp: تاريخ الصلاحية: [0530]
        exp: تنتهي البطاقة في [10/28]
        exp: [05/30] تاريخ الانتهاء
        pin: الرقم السري [4821]
        pin: الرقم السري هو [1234]
        pin: رقمي السري [9090]
        pin: الرمز السري: [0007]
        pin: PIN هو [٥٥١٢]
        none: غرفة 123
        none: أين رمز الأمان؟
        none: الطلب 1234 لم يصل
        none: القسيمة صالحة حتى 12/27
        none: جواز السفر ينتهي في 03/2029
        none: أراك 12/27
        none: السعر 123 ريال
        none: الرمز البريدي 11564
        none: كود الخصم 1234
        none: انتظرت 300 ثانية
        none: العرض صالح حتى 12/27
        none: فاتورة 4821
        none: لدي 100 نقطة
        none: عنوان 456
        none: أدخلت الرقم السري 3 مرات
        """;
}
