namespace ContactCenter.Tests.Redaction.Phrases;

/// <summary>What people write in Russian. What must be masked stands in brackets.</summary>
internal static class Russian
{
    public const string Lines = """
        cvv: код безопасности [123]
        cvv: мой cvv [456]
        cvv: код безопасности карты: [789]
        cvv: [321] это cvv код
        cvv: CVC - [555]
        cvv: цифры на обороте [204]
        cvv: защитный код [987]
        exp: срок действия [12/27]
        exp: срок действия карты до [08/2028]
        exp: карта действует до [11/29]
        exp: действительна до [март 2027]
        exp: срок [0530]
        exp: [05/30] срок действия
        exp: карта до [10/28]
        pin: мой пин [4821]
        pin: пин-код: [1234]
        pin: пинкод карты [9090]
        pin: пин код это [0007]
        pin: PIN [5512]
        none: комната 123
        none: где найти код безопасности?
        none: заказ 1234 не пришёл
        none: купон действителен до 12/27
        none: паспорт действителен до 03/2029
        none: увидимся 12/27
        none: это стоит 123 рубля
        none: индекс 101000
        none: промокод 1234
        none: я ждал 300 секунд
        none: акция действует до 12/27
        none: счет 4821
        none: 100 баллов на карте
        none: квартира 456
        none: пин введён неверно 3 раза
        """;
}
